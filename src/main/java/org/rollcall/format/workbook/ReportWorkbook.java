package org.rollcall.format.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.rollcall.report.Field;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** A workbook of a report, from its first page to its end. */
public final class ReportWorkbook implements Closeable {
    private final OutputStream out;
    private final Workbook workbook;
    private final AttendanceSheet attendance;
    private final ParticipantSheets participants;

    /**
     * Begins it.
     *
     * @param out where it goes; closed with it
     * @param documented the documented fields that it shows
     * @param maxRows how many rows a sheet holds, its header included
     */
    public ReportWorkbook(OutputStream out, List<Field> documented, int maxRows) {
        this.out = out;
        this.workbook = new Workbook(out, "Rollcall", "1.0");
        this.attendance = new AttendanceSheet(workbook, maxRows);
        this.participants = new ParticipantSheets(workbook, documented, maxRows);
    }

    /** Writes the rows of a page. */
    public void page(List<Row> rows) throws IOException {
        participants.add(rows);
    }

    /** Writes what is known with the last page. */
    public void end(Report report) throws IOException {
        participants.end();
        attendance.write(report.attendance().people());
        workbook.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

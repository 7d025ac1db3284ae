package org.rollcall.format.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** A workbook of a report, from its first page to its end: the meeting, its people, its rows. */
public final class ReportWorkbook implements Closeable {
    /** So many fields that Zoom does not document have a column each. */
    private static final int MAX_UNDOCUMENTED = 100;
    /** It is compressed again, and better, when it is copied. */
    private static final int FAST = Deflater.BEST_SPEED;

    private final List<Field> documented;
    private final int maxRows;
    private final Path draft;
    private final RowSpool rows;

    /**
     * Begins it.
     *
     * @param directory where its temporary files are until it is closed, two of them
     * @param documented the documented fields that it shows
     * @param maxRows how many rows a sheet holds, its header included
     * @throws IOException when there is no space for them
     */
    public ReportWorkbook(Path directory, List<Field> documented, int maxRows) throws IOException {
        this.documented = documented;
        this.maxRows = maxRows;
        this.draft = directory.resolve("workbook-draft");
        this.rows = new RowSpool(directory.resolve("workbook-rows"), documented, MAX_UNDOCUMENTED);
    }

    /**
     * Takes the rows of a page in.
     *
     * @throws IOException when there is no space for them
     */
    public void page(List<Row> page) throws IOException {
        for (Row row : page) {
            rows.add(row);
        }
    }

    /**
     * Writes the workbook, after the last page.
     *
     * @throws IOException when there is no space for it
     */
    public void write(Report report, OutputStream out) throws IOException {
        Map<Integer, String> dimensions = new HashMap<>();
        AttendanceContext context = report.attendance().context();
        try (OutputStream file = Files.newOutputStream(draft)) {
            Workbook workbook = new Workbook(file, "Rollcall", "1.0");
            workbook.setCompressionLevel(FAST);
            Worksheet meeting = workbook.newWorksheet("Meeting");
            Worksheet people = workbook.newWorksheet("People");
            dimensions.put(1, new MeetingSheet(meeting, context).write(report));
            dimensions.put(
                    2,
                    new PeopleSheet(people, maxRows, context)
                            .write(report.attendance().people()));
            for (String dimension : new RowSheets(workbook, documented, rows, maxRows, context).write()) {
                dimensions.put(dimensions.size() + 1, dimension);
            }
            workbook.finish();
        }
        SheetDimensions.copy(draft, out, dimensions);
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.format.workbook.ReportWorkbook;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;

/** An Excel workbook: the meeting, its people, and its rows, a sheet each. */
@Singleton
public class XlsxFormat implements ReportFormat {

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        Path directory = file.path().toAbsolutePath().getParent();
        return new Writer(file, new ReportWorkbook(directory, redaction.shown(), Worksheet.MAX_ROWS));
    }

    private record Writer(DocumentFile file, ReportWorkbook workbook) implements ReportWriter {
        @Override
        public void page(List<Row> rows) throws IOException {
            workbook.page(rows);
        }

        @Override
        public void end(Report report) throws IOException {
            try (OutputStream out = file.open()) {
                workbook.write(report, out);
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}

package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.format.workbook.ReportWorkbook;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** An Excel workbook: a sheet with a line a person, and one with a line a row, which is written as the pages come. */
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
        return new Writer(new ReportWorkbook(file.open(), redaction.shown(), Worksheet.MAX_ROWS));
    }

    private record Writer(ReportWorkbook workbook) implements ReportWriter {
        @Override
        public void page(List<Row> rows) throws IOException {
            workbook.page(rows);
        }

        @Override
        public void end(Report report) throws IOException {
            workbook.end(report);
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}

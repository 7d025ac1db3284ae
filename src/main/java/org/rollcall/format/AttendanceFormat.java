package org.rollcall.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Person;

/** One line a person, as CSV in the manner of {@link CsvFormat}. */
@Singleton
public class AttendanceFormat implements ReportFormat {
    /** The format's name. */
    public static final String NAME = "attendance";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String contentType() {
        return CsvFormat.CONTENT_TYPE;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) {
        return new Writer(file);
    }

    private record Writer(DocumentFile file) implements ReportWriter {
        @Override
        public void end(Report report) throws IOException {
            AttendanceColumns columns = new AttendanceColumns(report);
            try (CsvWriter csv = CsvFormat.csv(file)) {
                csv.writeRecord(harmless(columns.header()));
                for (Person person : report.attendance().people()) {
                    csv.writeRecord(harmless(columns.values(person)));
                }
            }
        }

        private static String[] harmless(List<String> values) {
            return values.stream().map(SpreadsheetText::harmless).toArray(String[]::new);
        }
    }
}

package org.rollcall.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.rollcall.report.Person;
import org.rollcall.report.Report;
import org.rollcall.report.Row;
import org.rollcall.report.Times;

/** One line a person, as CSV in the manner of {@link CsvFormat}. */
@Singleton
public class AttendanceFormat implements ReportFormat {
    /** The format's name. */
    public static final String NAME = "attendance";

    private static final List<String> HEADER = List.of(
            "name",
            "email",
            "role",
            "first_join",
            "last_leave",
            "minutes",
            "sessions",
            "share_of_meeting",
            "matched_by");

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
        public void page(List<Row> rows) {
            // The report has them folded.
        }

        @Override
        public void end(Report report) throws IOException {
            try (CsvWriter csv = CsvFormat.csv(file)) {
                csv.writeRecord(HEADER);
                report.attendance().people().forEach(person -> csv.writeRecord(line(person)));
            }
        }

        private static String[] line(Person person) {
            BigDecimal share = person.share();
            return new String[] {
                SpreadsheetText.harmless(person.name()),
                SpreadsheetText.harmless(person.email()),
                SpreadsheetText.harmless(person.role()),
                Times.text(person.firstJoin()),
                Times.text(person.lastLeave()),
                person.minutes().toPlainString(),
                String.valueOf(person.sessions()),
                share == null ? null : share.toPlainString(),
                person.matchedByName()
            };
        }

        @Override
        public void close() {
            // Nothing is open between the pages.
        }
    }
}

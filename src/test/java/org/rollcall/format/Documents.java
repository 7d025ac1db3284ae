package org.rollcall.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.row.Row;

/** Documents as a report writes them, for tests of what is in them. */
public final class Documents {
    /** A meeting of which everything is known. */
    public static final Meeting MEETING = new Meeting(
            "93201235621",
            "/ajXp112QmuoKj4854875==",
            "Weekly réunion — 🎓",
            Instant.parse("2026-11-22T09:00:00Z"),
            Instant.parse("2026-11-22T10:01:12Z"),
            "Europe/Paris");

    private Documents() {}

    /** A complete report of the meeting. */
    public static Report report(int rows) {
        return new Report(
                MEETING,
                Source.DASHBOARD,
                MeetingType.PAST,
                rows,
                true,
                Instant.parse("2026-11-22T10:05:00Z"),
                Collections.emptySortedMap(),
                () -> Attendance.NONE);
    }

    /** What is in a document. */
    public static byte[] bytes(Document document) {
        try (InputStream content = document.open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a document with these pages. */
    @SafeVarargs
    public static String write(ReportFormat format, Redaction redaction, List<Row>... pages) throws IOException {
        int rows = List.of(pages).stream().mapToInt(List::size).sum();
        try (ReportDocuments documents = new ReportDocuments(List.of(format), redaction)) {
            for (List<Row> page : pages) {
                documents.page(page);
            }
            Document document = documents.end(report(rows)).get(0);
            byte[] bytes = bytes(document);
            if (document.bytes() != bytes.length) {
                throw new AssertionError("The document has " + bytes.length + " bytes, not " + document.bytes());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}

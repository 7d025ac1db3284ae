package org.rollcall.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;

/** A report of Zoom's pages, written as the handlers write it, for tests. */
final class WrittenReport {
    static final Instant GENERATED = Instant.parse("2026-11-20T11:05:00Z");
    static final Meeting MEETING = new Meeting(
            "93201235621",
            "4444AAAiAAAAAiAiAiiAii==",
            "Topic",
            Instant.parse("2026-11-20T09:00:00Z"),
            Instant.parse("2026-11-20T10:00:00Z"),
            "Europe/Paris");

    private final MeetingType type;
    private final Meeting meeting;
    private final Redaction redaction;
    private final AttendanceFilter filter;
    private final UnaryOperator<AttendanceContext> context;

    private WrittenReport(
            MeetingType type,
            Meeting meeting,
            Redaction redaction,
            AttendanceFilter filter,
            UnaryOperator<AttendanceContext> context) {
        this.type = type;
        this.meeting = meeting;
        this.redaction = redaction;
        this.filter = filter;
        this.context = context;
    }

    static WrittenReport of(MeetingType type, Meeting meeting) {
        return new WrittenReport(type, meeting, Redaction.NONE, AttendanceFilter.NONE, UnaryOperator.identity());
    }

    static WrittenReport ofPast() {
        return of(MeetingType.PAST, MEETING);
    }

    WrittenReport without(Redaction redaction) {
        return new WrittenReport(type, meeting, redaction, filter, context);
    }

    WrittenReport with(AttendanceFilter filter) {
        return new WrittenReport(type, meeting, redaction, filter, context);
    }

    /** With those who were expected. */
    WrittenReport with(List<ExpectedPerson> expected) {
        return with(known -> known.withExpected(expected));
    }

    /** With more that attendance is counted against. */
    WrittenReport with(UnaryOperator<AttendanceContext> more) {
        return new WrittenReport(type, meeting, redaction, filter, known -> more.apply(context.apply(known)));
    }

    /** The document of a page whose participants these are, as JSON. */
    byte[] of(ReportFormat format, String... participants) {
        String page = "{\"total_records\":" + participants.length + ",\"participants\":["
                + String.join(",", participants) + "]}";
        return ofPages(format, List.of(page));
    }

    byte[] ofPages(ReportFormat format, List<String> pages) {
        try (ReportDocuments documents = new ReportDocuments(List.of(format), redaction)) {
            ReportFold fold = new ReportFold(Source.DASHBOARD, type);
            for (String page : pages) {
                ParticipantsPage read = read(page);
                fold.add(read.participants(), read.totalRecords(), read.otherFields());
                documents.page(read.participants());
            }
            Report report = fold.finish(meeting, GENERATED, context.apply(fold.context(meeting, GENERATED)))
                    .filtered(filter);
            return Documents.bytes(documents.end(report).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(ReportFormat format, String... participants) {
        return new String(of(format, participants), StandardCharsets.UTF_8);
    }

    static List<Row> rows(String page) throws IOException {
        return read(page).participants();
    }

    private static ParticipantsPage read(String page) throws IOException {
        return ParticipantsPageReader.read(page.getBytes(StandardCharsets.UTF_8));
    }
}

package org.rollcall.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;

/** Where a report's document is kept: one prefix a format and a day, so that a query engine can be pointed at one. */
public final class ReportKey {

    private ReportKey() {}

    /**
     * The key of a document: {@code {format}/date={the meeting's start in UTC}/{meetingId}_{base64url of its
     * UUID}.{extension}}. Two instances of one meeting have keys of their own, and the same instance always has the
     * same; only where Zoom tells no UUID, instances of one day share it.
     */
    public static String of(Report report, ReportFormat format) {
        return of(report.meeting(), start(report), format);
    }

    // When it was made would be another day each time it is.
    private static Instant start(Report report) {
        Instant told = report.meeting().startTime();
        Instant start = told != null ? told : report.attendance().concurrency().from();
        return start != null ? start : report.generatedAt();
    }

    /** The same, of a meeting that began at that time. */
    public static String of(Meeting meeting, Instant start, ReportFormat format) {
        return folder(day(start), format) + name(meeting, format);
    }

    /** The folder of a day's documents, with a slash at its end. */
    public static String folder(LocalDate day, ReportFormat format) {
        return format.name() + "/date=" + day + "/";
    }

    /** What the document of a meeting is called in its folder. No other instance's is called so, on whatever day. */
    public static String name(Meeting meeting, ReportFormat format) {
        return name(meeting) + "." + format.extension();
    }

    /** The day that a meeting belongs to which began then. */
    public static LocalDate day(Instant start) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** What all documents of a meeting are called but for their extension. */
    public static String name(Meeting meeting) {
        String uuid = meeting.uuid() != null ? meeting.uuid() : meeting.id();
        return safe(meeting.id()) + "_" + base64url(uuid);
    }

    // An ID that is not a number would let its asker choose the folder.
    private static String safe(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9') ? id : base64url(id);
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

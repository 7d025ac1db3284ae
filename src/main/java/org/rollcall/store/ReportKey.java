package org.rollcall.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;

/**
 * Where reports are kept. Documents have one prefix a format and a day, so that a query engine can be pointed at one;
 * index entries one a meeting's number.
 */
public final class ReportKey {
    /** What is below this folder is of meetings that went on when they were read, and never stands for the report. */
    private static final String LIVE = "live/";

    private ReportKey() {}

    /**
     * The key of a document: {@code {format}/date={the meeting's start in UTC}/{meetingId}_{base64url of its
     * UUID}.{extension}}, below {@code live/} while the meeting goes on. Two instances of one meeting have keys of
     * their own, and the same instance always has the same; only where Zoom tells no UUID, instances of one day share
     * it.
     */
    public static String of(Report report, ReportFormat format) {
        return (report.complete() ? "" : LIVE) + of(report.meeting(), start(report), format);
    }

    /**
     * The key of the receipt of an instance's report: {@code index/{meetingId}/{base64url of its UUID}.json}.
     *
     * @param meetingId the meeting's number
     */
    public static String indexEntry(String meetingId, String uuid) {
        return indexFolder(meetingId) + base64url(uuid) + ".json";
    }

    /** The folder of the receipts of a number's instances, with a slash at its end. */
    public static String indexFolder(String meetingId) {
        return "index/" + safe(meetingId) + "/";
    }

    /**
     * The key of a document of a series: {@code series/{meetingId}.{extension}}.
     *
     * @param range empty for the last twelve months, else {@code _{from}_{to}}
     */
    public static String series(String meetingId, String range, String extension) {
        return "series/" + safe(meetingId) + range + "." + extension;
    }

    /** The key of the roster of a meeting's number, which a person puts there: {@code rosters/{meetingId}.csv}. */
    public static String roster(String meetingId) {
        return "rosters/" + safe(meetingId) + ".csv";
    }

    /** The key of what tells the number of the meeting that an instance is of. */
    public static String instance(String uuid) {
        return "instances/" + base64url(uuid) + ".json";
    }

    // When it was made would be another day each time it is.
    private static Instant start(Report report) {
        Instant told = report.meeting().startTime();
        Instant start = told != null ? told : report.attendance().curve().from();
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

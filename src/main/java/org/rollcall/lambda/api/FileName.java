package org.rollcall.lambda.api;

import java.time.LocalDate;
import java.time.ZoneId;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Zones;

/** Names files as a person would: {@code Statistics 201, 2026-11-20, attendance.csv}. */
final class FileName {
    /** Most file systems take 255 bytes, which longer topics could exceed. */
    private static final int LONGEST_TOPIC = 60;

    private FileName() {}

    /**
     * Returns a document's name.
     *
     * @param otherwise the time zone of the day where the meeting's own is not known
     */
    static String of(Meeting meeting, ReportFormat format, ZoneId otherwise) {
        ZoneId zone = Zones.parse(meeting.timezone()).orElse(otherwise);
        String day = meeting.startTime() == null ? "" : LocalDate.ofInstant(meeting.startTime(), zone) + ", ";
        return topic(meeting) + ", " + day + content(format) + "." + format.extension();
    }

    private static String topic(Meeting meeting) {
        String topic = meeting.topic() == null ? "" : meeting.topic().strip();
        if (topic.isEmpty()) {
            return (meeting.kind() == MeetingKind.WEBINAR ? "Webinar " : "Meeting ") + meeting.id();
        }
        int characters = topic.codePointCount(0, topic.length());
        return topic.substring(0, topic.offsetByCodePoints(0, Math.min(characters, LONGEST_TOPIC)));
    }

    private static String content(ReportFormat format) {
        return switch (format.name()) {
            case "attendance", "people" -> format.name();
            case "csv", "ndjson" -> "participants";
            default -> "report";
        };
    }
}

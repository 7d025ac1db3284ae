package org.rollcall.format.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceStatus;

/** The sheet of what is said of the meeting as a whole, a line each. */
final class MeetingSheet {
    private static final int LABEL = 0;
    private static final int VALUE = 1;

    private final Worksheet sheet;
    private final ZoneId zone;
    private final String zoneName;
    private SheetLines lines;

    MeetingSheet(Worksheet sheet, AttendanceContext context) {
        this.sheet = sheet;
        this.zone = context.zone();
        this.zoneName = context.zoneName();
    }

    /** Writes it, and returns its cells as {@code A1:C3}. */
    String write(Report report) throws IOException {
        lines = new SheetLines(sheet, List.of(Column.of("meeting", 26), Column.of("value", 45)), 0, 1);
        Meeting meeting = report.meeting();
        Attendance attendance = report.attendance();
        AttendanceContext context = attendance.context();
        text("topic", meeting.topic());
        text("kind", meeting.kind().value());
        text("meeting_id", meeting.id());
        text("meeting_uuid", meeting.uuid());
        time("start", meeting.startTime());
        time("end", meeting.endTime());
        time("scheduled_start", context.scheduledStart());
        time("scheduled_end", context.scheduledEnd());
        text("timezone", zoneName);
        text("timezone_known", yesOrNo(context.zoneKnown()));
        text("host", meeting.host());
        text("host_email", meeting.hostEmail());
        text("source", report.source().value());
        text("type", report.type().value());
        number("rows", report.rows());
        text("complete", yesOrNo(report.complete()));
        number("people", attendance.totals().people());
        number("peak", attendance.curve().peak());
        time("peak_at", attendance.curve().peakAt());
        number("average", Math.round(attendance.curve().average() * 10) / 10.0);
        if (context.expected() != null) {
            number("expected", context.expected().size());
        }
        for (AttendanceStatus status : AttendanceStatus.values()) {
            // Where nobody said who was expected, nobody knows how many are absent.
            if (context.expected() != null || !status.isMissing()) {
                number(status.value(), attendance.totals().count(status));
            }
        }
        text("counted_from", context.countedFrom());
        time("generated_at", report.generatedAt());
        return lines.end();
    }

    private void text(String label, String value) throws IOException {
        if (value != null) {
            SpreadsheetCell.text(sheet, line(label), VALUE, value);
        }
    }

    private void number(String label, Number value) throws IOException {
        int line = line(label);
        sheet.value(line, VALUE, value);
        sheet.style(line, VALUE).horizontalAlignment("left").set();
    }

    private void time(String label, Instant value) throws IOException {
        if (value != null) {
            int line = line(label + " (" + zoneName + ")");
            SpreadsheetCell.time(sheet, line, VALUE, value, zone);
            sheet.style(line, VALUE)
                    .format(SpreadsheetCell.TIME_FORMAT)
                    .horizontalAlignment("left")
                    .set();
        }
    }

    private int line(String label) throws IOException {
        int line = lines.next();
        SpreadsheetCell.text(sheet, line, LABEL, label);
        return line;
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}

package org.rollcall.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.row.Times;

/** The columns of attendance: ours, and after them those of the roster. What is unknown is {@code null}. */
final class AttendanceColumns {
    private static final List<String> OURS = List.of(
            "name",
            "email",
            "role",
            "first_join",
            "last_leave",
            "minutes",
            "sessions",
            "share_of_meeting",
            "matched_by",
            "status",
            "late_minutes",
            "left_early_minutes",
            "first_join_local",
            "last_leave_local",
            "timezone",
            "meeting_id",
            "meeting_uuid",
            "topic",
            "meeting_start",
            "source",
            "remark");
    /** Before a column of the roster's that has the name of another. */
    private static final String PREFIX = "roster_";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Report report;
    private final Attendance attendance;
    /** The roster's columns by their names in the document. */
    private final Map<String, String> roster = new LinkedHashMap<>();

    AttendanceColumns(Report report) {
        this.report = report;
        this.attendance = report.attendance();
        for (Person person : attendance.people()) {
            person.roster().keySet().forEach(this::addColumn);
        }
    }

    private void addColumn(String column) {
        if (!roster.containsValue(column)) {
            String name = column;
            while (isTaken(name)) {
                name = PREFIX + name;
            }
            roster.put(name, column);
        }
    }

    private boolean isTaken(String name) {
        return OURS.stream().anyMatch(name::equalsIgnoreCase)
                || roster.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Their names. */
    List<String> header() {
        List<String> header = new ArrayList<>(OURS);
        header.addAll(roster.keySet());
        return header;
    }

    /** A person's values. */
    List<String> values(Person person) {
        List<String> values = new ArrayList<>(OURS.size() + roster.size());
        values.add(person.name());
        values.add(person.email());
        values.add(person.role());
        values.add(Times.text(person.firstJoin()));
        values.add(Times.text(person.lastLeave()));
        values.add(minutes(person.minutes()));
        values.add(text(person.presence().sessions()));
        values.add(person.share() == null ? null : person.share().toPlainString());
        values.add(person.matchedByName());
        values.add(person.status() == null ? null : person.status().value());
        values.add(minutes(person.presence().lateMinutes()));
        values.add(minutes(person.presence().leftEarlyMinutes()));
        values.add(local(person.firstJoin(), attendance.context().zone()));
        values.add(local(person.lastLeave(), attendance.context().zone()));
        values.add(attendance.context().zoneName());
        values.add(report.meeting().id());
        values.add(report.meeting().uuid());
        values.add(report.meeting().topic());
        values.add(Times.text(report.meeting().startTime()));
        values.add(report.source().value());
        values.add(person.remark());
        roster.values().forEach(column -> values.add(person.roster().get(column)));
        return values;
    }

    /** A time in a zone, without it. */
    static String local(Instant time, ZoneId zone) {
        return time == null ? null : LOCAL.format(time.atZone(zone));
    }

    private static String minutes(BigDecimal minutes) {
        return minutes == null ? null : minutes.setScale(2).toPlainString();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}

package org.rollcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceCurve;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Identifiers;
import org.rollcall.report.attendance.Intervals;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.attendance.Presence;
import org.rollcall.report.row.Times;

/** Attendance as JSON. What is unknown is null. */
final class AttendanceJson {

    private AttendanceJson() {}

    /** Writes the fields {@code attendance}, one object a person, and {@code attendance_totals}. */
    static void write(JsonGenerator json, Attendance attendance) throws IOException {
        json.writeArrayFieldStart("attendance");
        for (Person person : attendance.people()) {
            json.writeStartObject();
            writeNumbers(json, person);
            writeFlags(json, person.presence());
            writeStatus(json, person);
            json.writeStringField("remark", person.remark());
            writeDetails(json, person);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTotals(json, attendance);
    }

    /** Writes who somebody is and how long they were there. */
    static void writeNumbers(JsonGenerator json, Person person) throws IOException {
        json.writeStringField("name", person.name());
        json.writeStringField("email", person.email());
        json.writeStringField("role", person.role());
        json.writeStringField("first_join", Times.text(person.firstJoin()));
        json.writeStringField("last_leave", Times.text(person.lastLeave()));
        json.writeNumberField("minutes", person.minutes());
        json.writeFieldName("sessions");
        if (person.presence().sessions() == null) {
            json.writeNull();
        } else {
            json.writeNumber(person.presence().sessions());
        }
        json.writeNumberField("share_of_meeting", person.share());
        json.writeStringField("matched_by", person.matchedByName());
    }

    /** Writes how somebody attended. */
    static void writeStatus(JsonGenerator json, Person person) throws IOException {
        json.writeStringField(
                "status", person.status() == null ? null : person.status().value());
        json.writeNumberField("late_minutes", person.presence().lateMinutes());
        json.writeNumberField("left_early_minutes", person.presence().leftEarlyMinutes());
    }

    /** Writes what identifies somebody, when they were there, and what the roster says of them. */
    static void writeDetails(JsonGenerator json, Person person) throws IOException {
        Identifiers identifiers = person.identifiers();
        json.writeStringField("participant_user_id", identifiers.participantUserId());
        json.writeStringField("registrant_id", identifiers.registrantId());
        json.writeStringField("customer_key", identifiers.customerKey());
        Presence presence = person.presence();
        if (presence.isKnown() && !presence.timesHidden()) {
            writeIntervals(json, presence.intervals());
        } else {
            json.writeNullField("intervals");
        }
        if (!person.roster().isEmpty()) {
            json.writeObjectFieldStart("roster");
            for (Map.Entry<String, String> column : person.roster().entrySet()) {
                json.writeStringField(column.getKey(), column.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void writeIntervals(JsonGenerator json, Intervals intervals) throws IOException {
        json.writeArrayFieldStart("intervals");
        for (int i = 0; i < intervals.count(); i++) {
            json.writeStartObject();
            json.writeStringField("join", Times.text(Instant.ofEpochMilli(intervals.start(i))));
            json.writeStringField("leave", Times.text(Instant.ofEpochMilli(intervals.end(i))));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFlags(JsonGenerator json, Presence presence) throws IOException {
        if (presence.onlyWaited()) {
            json.writeBooleanField("only_waited", true);
        }
        if (presence.stillThere()) {
            json.writeBooleanField("still_there", true);
        }
        if (presence.unknownTimes() > 0) {
            json.writeNumberField("unknown_times", presence.unknownTimes());
        }
        if (presence.backwardTimes() > 0) {
            json.writeNumberField("backward_times", presence.backwardTimes());
        }
    }

    private static void writeTotals(JsonGenerator json, Attendance attendance) throws IOException {
        AttendanceCurve curve = attendance.curve();
        Attendance.Totals totals = attendance.totals();
        AttendanceContext context = attendance.context();
        json.writeObjectFieldStart("attendance_totals");
        json.writeNumberField("people", totals.people());
        json.writeNumberField("left_out", attendance.leftOut());
        json.writeNumberField("only_waited", totals.onlyWaited());
        json.writeNumberField("peak", curve.peak());
        json.writeStringField("peak_at", Times.text(curve.peakAt()));
        json.writeNumberField("average", Math.round(curve.average() * 10) / 10.0);
        json.writeNumberField("unknown_times", totals.unknownTimes());
        json.writeNumberField("backward_times", totals.backwardTimes());
        json.writeObjectFieldStart("statuses");
        for (AttendanceStatus status : AttendanceStatus.values()) {
            // Where nobody said who was expected, nobody knows how many are absent.
            if (context.expected() != null || !status.isMissing()) {
                json.writeNumberField(status.value(), totals.count(status));
            }
        }
        json.writeEndObject();
        json.writeStringField("counted_from", context.countedFrom());
        json.writeStringField("scheduled_start", Times.text(context.scheduledStart()));
        json.writeStringField("scheduled_end", Times.text(context.scheduledEnd()));
        json.writeStringField("timezone", context.zoneName());
        json.writeBooleanField("timezone_known", context.zoneKnown());
        json.writeEndObject();
    }
}

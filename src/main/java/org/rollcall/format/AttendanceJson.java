package org.rollcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.math.BigDecimal;
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
    // Encoded once, and not for each of thousands of people.
    private static final SerializableString REMARK = new SerializedString("remark");
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString EMAIL = new SerializedString("email");
    private static final SerializableString ROLE = new SerializedString("role");
    private static final SerializableString FIRST_JOIN = new SerializedString("first_join");
    private static final SerializableString LAST_LEAVE = new SerializedString("last_leave");
    private static final SerializableString MATCHED_BY = new SerializedString("matched_by");
    private static final SerializableString STATUS = new SerializedString("status");
    private static final SerializableString PARTICIPANT_USER_ID = new SerializedString("participant_user_id");
    private static final SerializableString REGISTRANT_ID = new SerializedString("registrant_id");
    private static final SerializableString CUSTOMER_KEY = new SerializedString("customer_key");
    private static final SerializableString JOIN = new SerializedString("join");
    private static final SerializableString LEAVE = new SerializedString("leave");
    private static final SerializableString MINUTES = new SerializedString("minutes");
    private static final SerializableString SHARE_OF_MEETING = new SerializedString("share_of_meeting");
    private static final SerializableString LATE_MINUTES = new SerializedString("late_minutes");
    private static final SerializableString LEFT_EARLY_MINUTES = new SerializedString("left_early_minutes");
    private static final SerializableString SESSIONS = new SerializedString("sessions");
    private static final SerializableString INTERVALS = new SerializedString("intervals");

    private AttendanceJson() {}

    /** Writes the fields {@code attendance}, one object a person, and {@code attendance_totals}. */
    static void write(JsonGenerator json, Attendance attendance) throws IOException {
        json.writeArrayFieldStart("attendance");
        for (Person person : attendance.people()) {
            json.writeStartObject();
            writeNumbers(json, person);
            writeFlags(json, person.presence());
            writeStatus(json, person);
            writeText(json, REMARK, person.remark());
            writeDetails(json, person);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTotals(json, attendance);
    }

    /** Writes who somebody is and how long they were there. */
    static void writeNumbers(JsonGenerator json, Person person) throws IOException {
        writeText(json, NAME, person.name());
        writeText(json, EMAIL, person.email());
        writeText(json, ROLE, person.role());
        writeText(json, FIRST_JOIN, Times.text(person.firstJoin()));
        writeText(json, LAST_LEAVE, Times.text(person.lastLeave()));
        writeNumber(json, MINUTES, person.minutes());
        json.writeFieldName(SESSIONS);
        if (person.presence().sessions() == null) {
            json.writeNull();
        } else {
            json.writeNumber(person.presence().sessions());
        }
        writeNumber(json, SHARE_OF_MEETING, person.share());
        writeText(json, MATCHED_BY, person.matchedByName());
    }

    /** Writes how somebody attended. */
    static void writeStatus(JsonGenerator json, Person person) throws IOException {
        writeText(json, STATUS, person.status() == null ? null : person.status().value());
        writeNumber(json, LATE_MINUTES, person.presence().lateMinutes());
        writeNumber(json, LEFT_EARLY_MINUTES, person.presence().leftEarlyMinutes());
    }

    /** Writes what identifies somebody, when they were there, and what the roster says of them. */
    static void writeDetails(JsonGenerator json, Person person) throws IOException {
        Identifiers identifiers = person.identifiers();
        writeText(json, PARTICIPANT_USER_ID, identifiers.participantUserId());
        writeText(json, REGISTRANT_ID, identifiers.registrantId());
        writeText(json, CUSTOMER_KEY, identifiers.customerKey());
        Presence presence = person.presence();
        if (presence.isKnown() && !presence.timesHidden()) {
            writeIntervals(json, presence.intervals());
        } else {
            json.writeFieldName(INTERVALS);
            json.writeNull();
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
        json.writeFieldName(INTERVALS);
        json.writeStartArray();
        for (int i = 0; i < intervals.count(); i++) {
            json.writeStartObject();
            writeText(json, JOIN, Times.text(Instant.ofEpochMilli(intervals.start(i))));
            writeText(json, LEAVE, Times.text(Instant.ofEpochMilli(intervals.end(i))));
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

    private static void writeText(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void writeNumber(JsonGenerator json, SerializableString name, BigDecimal number) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number);
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

package org.rollcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.rollcall.report.Attendance;
import org.rollcall.report.Concurrency;
import org.rollcall.report.Person;
import org.rollcall.report.Times;

/** Attendance as JSON. */
final class AttendanceJson {

    private AttendanceJson() {}

    /** Writes the fields {@code attendance}, one object a person, and {@code attendance_totals}. */
    static void write(JsonGenerator json, Attendance attendance) throws IOException {
        json.writeArrayFieldStart("attendance");
        for (Person person : attendance.people()) {
            write(json, person);
        }
        json.writeEndArray();
        writeTotals(json, attendance);
    }

    private static void write(JsonGenerator json, Person person) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", person.name());
        json.writeStringField("email", person.email());
        json.writeStringField("role", person.role());
        json.writeStringField("first_join", Times.text(person.firstJoin()));
        json.writeStringField("last_leave", Times.text(person.lastLeave()));
        json.writeNumberField("minutes", person.minutes());
        json.writeNumberField("sessions", person.sessions());
        json.writeNumberField("share_of_meeting", person.share());
        json.writeStringField("matched_by", person.matchedByName());
        if (person.onlyWaited()) {
            json.writeBooleanField("only_waited", true);
        }
        if (person.stillThere()) {
            json.writeBooleanField("still_there", true);
        }
        if (person.unknownTimes() > 0) {
            json.writeNumberField("unknown_times", person.unknownTimes());
        }
        if (person.backwardTimes() > 0) {
            json.writeNumberField("backward_times", person.backwardTimes());
        }
        json.writeEndObject();
    }

    private static void writeTotals(JsonGenerator json, Attendance attendance) throws IOException {
        Concurrency concurrency = attendance.concurrency();
        Attendance.Totals totals = attendance.totals();
        json.writeObjectFieldStart("attendance_totals");
        json.writeNumberField("people", attendance.people().size());
        json.writeNumberField("left_out", attendance.leftOut());
        json.writeNumberField("only_waited", totals.onlyWaited());
        json.writeNumberField("peak", concurrency.peak());
        json.writeStringField("peak_at", Times.text(concurrency.peakAt()));
        json.writeNumberField("average", Math.round(concurrency.average() * 10) / 10.0);
        json.writeNumberField("unknown_times", totals.unknownTimes());
        json.writeNumberField("backward_times", totals.backwardTimes());
        json.writeEndObject();
    }
}

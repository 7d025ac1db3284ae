package org.rollcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.rollcall.report.Meeting;
import org.rollcall.report.row.Times;

/** A meeting as JSON, the same in every document and answer. */
public final class MeetingJson {

    private MeetingJson() {}

    /** Writes the field {@code meeting}: an object of {@code id}, {@code uuid}, {@code topic}, RFC 3339 times. */
    public static void write(JsonGenerator json, Meeting meeting) throws IOException {
        json.writeObjectFieldStart("meeting");
        json.writeStringField("id", meeting.id());
        json.writeStringField("uuid", meeting.uuid());
        json.writeStringField("topic", meeting.topic());
        json.writeStringField("start_time", Times.text(meeting.startTime()));
        json.writeStringField("end_time", Times.text(meeting.endTime()));
        writeIfKnown(json, "timezone", meeting.timezone());
        writeIfKnown(json, "host", meeting.host());
        writeIfKnown(json, "host_email", meeting.hostEmail());
        json.writeEndObject();
    }

    private static void writeIfKnown(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}

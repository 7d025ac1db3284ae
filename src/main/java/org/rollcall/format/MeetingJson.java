package org.rollcall.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
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

    /**
     * Reads a meeting. What it does not have is unknown.
     *
     * @param kind the value of its kind; any other than a webinar's is a meeting's
     * @throws IOException when it has no ID
     */
    public static Meeting read(String kind, JsonNode json) throws IOException {
        if (!json.path("id").isTextual()) {
            throw new IOException("It has no id.");
        }
        return new Meeting(
                MeetingKind.WEBINAR.value().equals(kind) ? MeetingKind.WEBINAR : MeetingKind.MEETING,
                text(json, "id"),
                text(json, "uuid"),
                text(json, "topic"),
                Times.parse(text(json, "start_time")),
                Times.parse(text(json, "end_time")),
                text(json, "timezone"),
                text(json, "host"),
                text(json, "host_email"),
                null,
                null);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }

    private static void writeIfKnown(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}

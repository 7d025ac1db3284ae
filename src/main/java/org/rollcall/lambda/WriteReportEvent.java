package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.rollcall.report.Meeting;
import org.rollcall.report.ReportRequest;

/** Writes a request as a direct event, as {@link ReadReportEvent} reads it: what a message of the queue is. */
@Singleton
public class WriteReportEvent {
    /** Zoom's topics have at most 200 characters; a message has a size that SQS limits. */
    private static final int LONGEST_TEXT = 1000;

    private final ObjectWriter json;

    public WriteReportEvent(ObjectMapper mapper) {
        // SQS refuses some characters that JSON allows; escaped they pass.
        this.json = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    }

    /**
     * The event, in JSON.
     *
     * @param notBefore when the queue's door may begin; {@code null} for at once
     */
    public String write(ReportRequest request, Instant notBefore) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("meeting_id", request.meetingId());
        if (request.includeFields() != null) {
            body.put("include_fields", request.includeFields());
        }
        if (!request.formats().isEmpty()) {
            request.formats().forEach(body.putArray("formats")::add);
        }
        if (request.known() != null) {
            addMeeting(body.putObject("meeting"), request.known());
        }
        put(body, "not_before", notBefore);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addMeeting(ObjectNode json, Meeting meeting) {
        put(json, "id", meeting.id());
        put(json, "uuid", meeting.uuid());
        put(json, "topic", meeting.topic());
        put(json, "start_time", meeting.startTime());
        put(json, "end_time", meeting.endTime());
        put(json, "timezone", meeting.timezone());
    }

    private static void put(ObjectNode json, String field, Object value) {
        if (value != null) {
            String text = value.toString();
            json.put(field, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        }
    }
}

package org.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.zoom.source.MeetingQuery;

/** Writes a request as an event, as {@link ReadReportEvent} reads it: what a message of the report queue is. */
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
     * Returns the event, in JSON.
     *
     * @param request without formats, those of the settings are written when the report is made
     * @param notBefore when to begin with it; {@code null} for at once
     */
    public String write(ReportRequest request, Instant notBefore) {
        ObjectNode body = body(request);
        put(body, "not_before", notBefore);
        return text(body);
    }

    /** Returns the event of a report that is stored and is to be read once more. */
    public String writeRecount(ReportRequest request) {
        return text(body(request).put("recount", true));
    }

    private static ObjectNode body(ReportRequest request) {
        MeetingQuery query = request.query();
        MeetingId id = query.id();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(id.kind() == MeetingKind.WEBINAR ? "webinar_id" : "meeting_id", id.text());
        if (query.includeFields() != null) {
            body.put("include_fields", query.includeFields());
        }
        if (query.sources().size() == 1) {
            body.put("source", query.sources().get(0).value());
        }
        List<String> formats =
                request.formats().stream().map(format -> format.name()).toList();
        if (!formats.isEmpty()) {
            formats.forEach(body.putArray("formats")::add);
        }
        if (query.known() != null) {
            addMeeting(body.putObject("meeting"), query.known());
        }
        return body;
    }

    private String text(ObjectNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a message that asks for the documents of a series of the last twelve months. */
    public String writeSeries(String meetingId) {
        return JsonNodeFactory.instance.objectNode().put("series", meetingId).toString();
    }

    /** Returns a message that asks for what is left of an event. */
    public String write(RemakeEvent rest) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("remake", rest.meetingId());
        put(body, "from", rest.from());
        put(body, "to", rest.to());
        put(body, "after", rest.after());
        if (!rest.formats().isEmpty()) {
            rest.formats().forEach(format -> body.withArray("formats").add(format.name()));
        }
        return body.toString();
    }

    private static void addMeeting(ObjectNode json, Meeting meeting) {
        put(json, "id", meeting.id());
        put(json, "uuid", meeting.uuid());
        put(json, "topic", meeting.topic());
        put(json, "start_time", meeting.startTime());
        put(json, "end_time", meeting.endTime());
        put(json, "timezone", meeting.timezone());
        put(json, "host", meeting.host());
        put(json, "host_email", meeting.hostEmail());
        putNumber(json, "participants", meeting.participants());
        putNumber(json, "type", meeting.schedule());
    }

    private static void putNumber(ObjectNode json, String field, Integer value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static void put(ObjectNode json, String field, Object value) {
        if (value != null) {
            String text = value.toString();
            json.put(field, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        }
    }
}

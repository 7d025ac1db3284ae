package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.format.JsonFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;
import org.rollcall.report.Times;

/** Reads a direct event: ours, ours inside an EventBridge envelope, or Zoom's {@code meeting.ended}. */
@Singleton
class ReadReportEvent {
    private final ObjectMapper json;
    private final Formats formats;

    ReadReportEvent(ObjectMapper json, Formats formats) {
        this.json = json;
        this.formats = formats;
    }

    /** @throws InvalidRequestException when it is not such an event */
    ReportEvent read(InputStream in) throws IOException {
        JsonNode event = parse(in);
        if (event.hasNonNull("detail") && event.has("detail-type")) {
            event = event.get("detail");
        }
        if (!event.isObject()) {
            throw new InvalidRequestException(
                    "The event", "is not a JSON object. It accepts {\"meeting_id\": ...}: " + MeetingIds.ACCEPTS + ".");
        }
        return event.path("payload").has("object") ? ofZoom(event) : ofOurs(event);
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            return json.readTree(in);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The event", "is not JSON. It accepts an object with a meeting_id.");
        }
    }

    private ReportEvent ofZoom(JsonNode event) {
        if (!"meeting.ended".equals(event.path("event").asText())) {
            throw new InvalidRequestException("event", "is not one a report is made of. It accepts meeting.ended.");
        }
        JsonNode meeting = event.path("payload").path("object");
        String field = meeting.hasNonNull("uuid") ? "uuid" : "id";
        String meetingId = MeetingIds.check("payload.object." + field, scalar(meeting.path(field)));
        return new ReportEvent(
                new ReportRequest(meetingId, MeetingType.ENDED, null, formats.defaults(), known(meeting, meetingId)),
                true);
    }

    private ReportEvent ofOurs(JsonNode event) {
        String field = event.hasNonNull("meeting_id") || !event.has("meetingId") ? "meeting_id" : "meetingId";
        String meetingId = MeetingIds.check(field, meetingId(field, event.path(field)));
        boolean store = store(event.path("deliver"));
        return new ReportEvent(
                new ReportRequest(
                        meetingId,
                        RequestFields.types(text("type", event.path("type"), "auto")),
                        RequestFields.includeFields(names("include_fields", event.path("include_fields"))),
                        store ? formats(names("formats", event.path("formats"))) : List.of(JsonFormat.NAME),
                        event.path("meeting").isObject() ? known(event.get("meeting"), meetingId) : null),
                store);
    }

    private static String meetingId(String field, JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber() || value.isNull() || value.isMissingNode()) {
            return scalar(value);
        }
        throw new InvalidRequestException(
                field, "is neither a string nor an integer. It accepts " + MeetingIds.ACCEPTS + ".");
    }

    private static boolean store(JsonNode deliver) {
        return switch (text("deliver", deliver, "store")) {
            case "store" -> true;
            case "return" -> false;
            default -> throw new InvalidRequestException("deliver", "is unknown. It accepts store or return.");
        };
    }

    private List<String> formats(List<String> names) {
        names.forEach(name -> formats.named("formats", name));
        return names.isEmpty() ? formats.defaults() : names;
    }

    private static Meeting known(JsonNode meeting, String askedId) {
        String id = scalar(meeting.path("id"));
        String uuid = scalar(meeting.path("uuid"));
        return new Meeting(
                id != null ? id : uuid != null ? uuid : askedId,
                uuid,
                scalar(meeting.path("topic")),
                Times.parse(scalar(meeting.path("start_time"))),
                Times.parse(scalar(meeting.path("end_time"))),
                scalar(meeting.path("timezone")));
    }

    private static String scalar(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static String text(String field, JsonNode value, String absent) {
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isTextual()) {
            throw new InvalidRequestException(field, "is not a string.");
        }
        return value.textValue();
    }

    // A list, or one string with commas as Zoom's own parameter has it.
    private static List<String> names(String field, JsonNode value) {
        if (!value.isArray()) {
            return RequestFields.names(text(field, value, ""));
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : value) {
            names.addAll(RequestFields.names(text(field, name, "")));
        }
        return names.stream().distinct().toList();
    }
}

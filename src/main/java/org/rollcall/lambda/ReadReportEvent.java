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
import org.rollcall.report.ReportRequest;

/** Reads a direct event: ours, ours inside an EventBridge envelope, or Zoom's {@code meeting.ended}. */
@Singleton
public class ReadReportEvent {
    private final ObjectMapper json;
    private final Formats formats;

    ReadReportEvent(ObjectMapper json, Formats formats) {
        this.json = json;
        this.formats = formats;
    }

    /** @throws InvalidRequestException when it is not such an event */
    public ReportEvent read(InputStream in) throws IOException {
        return read(parse(in));
    }

    /** @throws InvalidRequestException when it is not such an event */
    public ReportEvent read(JsonNode event) {
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
        return new ReportEvent(MeetingFields.ended(event.path("payload").path("object"), formats.defaults()), true);
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
                        event.path("meeting").isObject() ? MeetingFields.of(event.get("meeting"), meetingId) : null),
                store);
    }

    private static String meetingId(String field, JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber() || value.isNull() || value.isMissingNode()) {
            return MeetingFields.text(value);
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

package org.rollcall.lambda.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.report.row.Times;
import org.rollcall.zoom.source.MeetingQuery;

/**
 * Reads what an event asks for: a direct event, one inside an EventBridge envelope, Zoom's {@code meeting.ended} and
 * {@code webinar.ended}, and messages of the report queue.
 */
@Singleton
public class ReadReportEvent {
    private static final List<String> IDS = List.of("meeting_id", "meetingId", "webinar_id", "webinarId");

    private final ObjectMapper json;
    private final Formats formats;
    private final ReadStoredEvent storedEvents;

    ReadReportEvent(ObjectMapper json, Formats formats) {
        this.json = json;
        this.formats = formats;
        this.storedEvents = new ReadStoredEvent(formats);
    }

    /**
     * Reads a direct event.
     *
     * @throws InvalidRequestException when it is not such an event
     */
    public Event read(InputStream in) throws IOException {
        try {
            return read(json.readTree(in), false);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The event", "is not JSON. It accepts an object with a meeting_id.");
        }
    }

    /**
     * Reads a message of the report queue. A report is one of something that has ended, to be stored whatever it says.
     *
     * @throws InvalidRequestException when it is not such a message
     */
    public Event readMessage(String body) {
        try {
            Event event = read(json.readTree(body), true);
            return event instanceof ReportEvent report ? ended(report) : event;
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The message", "is not JSON. It accepts an object with a meeting_id.");
        }
    }

    /** Returns when a message of the report queue is to be begun with, where it says so. */
    public Optional<Instant> notBefore(String body) {
        try {
            return Optional.ofNullable(
                    Times.parse(MeetingFields.text(json.readTree(body).path("not_before"))));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private ReportEvent ended(ReportEvent event) {
        MeetingQuery asked = event.request().query();
        MeetingQuery ended = new MeetingQuery(
                asked.id(), MeetingType.ENDED, asked.sources(), asked.includeFields(), asked.known(), true, false);
        ReportRequest request = new ReportRequest(
                ended,
                event.store() ? event.request().formats() : formats.defaults(),
                AttendanceFilter.NONE,
                event.request().attendance());
        return new ReportEvent(request, true, event.notBefore(), event.recount());
    }

    /** @param trusted whether what it says of the meeting may decide where the report is stored */
    private Event read(JsonNode envelope, boolean trusted) {
        JsonNode event =
                envelope.hasNonNull("detail") && envelope.has("detail-type") ? envelope.get("detail") : envelope;
        if (!event.isObject()) {
            throw new InvalidRequestException(
                    "The event",
                    "is not a JSON object. It accepts {\"meeting_id\": ...}: " + MeetingFields.ACCEPTS + ".");
        }
        return storedEvents.read(event).orElseGet(() -> report(event, trusted));
    }

    private ReportEvent report(JsonNode event, boolean trusted) {
        return event.path("payload").has("object") ? ofZoom(event, trusted) : ofOurs(event, trusted);
    }

    private ReportEvent ofZoom(JsonNode event, boolean trusted) {
        MeetingKind kind = ZoomEvent.ended(event.path("event").asText())
                .orElseThrow(() -> new InvalidRequestException(
                        "event", "is not one a report is made of. It accepts meeting.ended and webinar.ended."));
        ZoomEvent ended = ZoomEvent.read(kind, event);
        MeetingQuery query = new MeetingQuery(
                ended.id(), MeetingType.ENDED, List.of(), MeetingQuery.REGISTRANT_ID, ended.meeting(), trusted, false);
        return new ReportEvent(new ReportRequest(query, formats.defaults()), true, null);
    }

    private ReportEvent ofOurs(JsonNode event, boolean trusted) {
        MeetingId id = id(event);
        boolean store = store(event.path("deliver"));
        List<MeetingType> types = RequestFields.types(text("type", event.path("type"), "auto"));
        Meeting known = trusted && event.path("meeting").isObject()
                ? MeetingFields.meeting(id.kind(), event.get("meeting"), id.text())
                : null;
        MeetingQuery query = new MeetingQuery(
                id,
                types,
                RequestFields.sources(text("source", event.path("source"), "auto")),
                RequestFields.includeFields(names("include_fields", event.path("include_fields")), types),
                known,
                trusted,
                false);
        return new ReportEvent(
                new ReportRequest(
                        query,
                        store ? formats(event) : List.of(formats.named("formats", JsonFormat.NAME)),
                        AttendanceFilter.NONE,
                        AttendanceFields.read(event)),
                store,
                trusted ? Times.parse(MeetingFields.text(event.path("not_before"))) : null,
                trusted && event.path("recount").asBoolean());
    }

    private static MeetingId id(JsonNode event) {
        String field = IDS.stream().filter(event::hasNonNull).findFirst().orElse("meeting_id");
        JsonNode value = event.path(field);
        if (!value.isTextual() && !value.isIntegralNumber() && !value.isNull() && !value.isMissingNode()) {
            throw new InvalidRequestException(
                    field, "is neither a string nor an integer. It accepts " + MeetingFields.ACCEPTS + ".");
        }
        return MeetingFields.id(
                field,
                field.startsWith("webinar") ? MeetingKind.WEBINAR : MeetingKind.MEETING,
                MeetingFields.text(value));
    }

    private static boolean store(JsonNode deliver) {
        return switch (text("deliver", deliver, "store")) {
            case "store" -> true;
            case "return" -> false;
            default -> throw new InvalidRequestException("deliver", "is unknown. It accepts store or return.");
        };
    }

    private List<ReportFormat> formats(JsonNode event) {
        List<String> names = names("formats", event.path("formats"));
        return names.isEmpty()
                ? formats.defaults()
                : names.stream().map(name -> formats.named("formats", name)).toList();
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

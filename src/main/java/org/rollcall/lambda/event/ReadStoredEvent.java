package org.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;

/** Reads an event about stored reports: {@code {"series": …}} and {@code {"remake": …}}. */
final class ReadStoredEvent {
    private final Formats formats;

    ReadStoredEvent(Formats formats) {
        this.formats = formats;
    }

    /**
     * Returns the event; nothing where it is about something else.
     *
     * @throws InvalidRequestException when a field is not what it should be
     */
    Optional<Event> read(JsonNode event) {
        if (event.hasNonNull("series")) {
            return Optional.of(new SeriesEvent(number("series", event), day("from", event), lastDay(event)));
        }
        if (event.hasNonNull("remake")) {
            return Optional.of(new RemakeEvent(
                    number("remake", event),
                    day("from", event),
                    lastDay(event),
                    formats(event.path("formats")),
                    MeetingFields.text(event.path("after"))));
        }
        return Optional.empty();
    }

    private static String number(String field, JsonNode event) {
        MeetingId id = MeetingFields.id(field, MeetingKind.MEETING, MeetingFields.text(event.path(field)));
        if (!id.isNumber()) {
            throw new InvalidRequestException(field, "is not a number. It accepts a meeting's ID such as 93201235621.");
        }
        return id.text();
    }

    private static LocalDate lastDay(JsonNode event) {
        LocalDate from = day("from", event);
        LocalDate to = day("to", event);
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidRequestException("to", "is before from. It accepts " + from + " or a later day.");
        }
        return to;
    }

    private static LocalDate day(String field, JsonNode event) {
        JsonNode value = event.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(field, "is not a day. It accepts YYYY-MM-DD, such as 2026-11-01.");
        }
    }

    private List<ReportFormat> formats(JsonNode value) {
        List<String> names = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(name -> names.add(name.asText()));
        } else {
            names.addAll(RequestFields.names(value.asText("")));
        }
        return names.stream()
                .distinct()
                .map(name -> formats.named("formats", name))
                .toList();
    }
}

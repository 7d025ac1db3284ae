package org.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.row.Times;
import org.rollcall.report.row.Zones;

/**
 * What an event says of when a meeting was meant to be and who should have been there.
 *
 * @param zone the time zone of local times
 * @param scheduledStart {@code null} if it does not say
 * @param scheduledEnd {@code null} if it does not say
 * @param expected who should have been there
 */
public record AttendanceFields(
        Optional<ZoneId> zone, Instant scheduledStart, Instant scheduledEnd, Optional<List<ExpectedPerson>> expected) {
    /** Nothing. */
    public static final AttendanceFields NONE = new AttendanceFields(Optional.empty(), null, null, Optional.empty());

    /** As many as Zoom's largest webinars hold. */
    private static final int MOST_EXPECTED = 50_000;

    /**
     * Reads them.
     *
     * @throws InvalidRequestException when one is not what it should be
     */
    static AttendanceFields read(JsonNode event) {
        Instant start = time("scheduled_start", event);
        Instant end = time("scheduled_end", event);
        if (start != null && end != null && !end.isAfter(start)) {
            throw new InvalidRequestException(
                    "scheduled_end", "is not after scheduled_start. It accepts a later time.");
        }
        return new AttendanceFields(zone(event.path("timezone")), start, end, expected(event.path("expected")));
    }

    private static Optional<ZoneId> zone(JsonNode value) {
        if (isAbsent(value)) {
            return Optional.empty();
        }
        return Optional.of(Zones.parse(value.asText())
                .orElseThrow(() -> new InvalidRequestException(
                        "timezone", "is unknown. It accepts an IANA time zone such as Europe/Paris.")));
    }

    private static Instant time(String field, JsonNode event) {
        JsonNode value = event.path(field);
        if (isAbsent(value)) {
            return null;
        }
        Instant time = Times.parse(MeetingFields.text(value));
        if (time == null) {
            throw new InvalidRequestException(
                    field, "is not a time. It accepts RFC 3339, such as 2026-11-20T09:00:00Z.");
        }
        return time;
    }

    private static Optional<List<ExpectedPerson>> expected(JsonNode value) {
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isArray() || value.size() > MOST_EXPECTED) {
            throw new InvalidRequestException(
                    "expected",
                    "is not a list. It accepts up to " + MOST_EXPECTED + " objects with name, email or both.");
        }
        List<ExpectedPerson> expected = new ArrayList<>();
        for (JsonNode person : value) {
            String name = MeetingFields.text(person.path("name"));
            String email = MeetingFields.text(person.path("email"));
            if (name == null && email == null) {
                throw new InvalidRequestException(
                        "expected[" + expected.size() + "]",
                        "has no name and no email. It accepts an object with one.");
            }
            expected.add(ExpectedPerson.of(name, email));
        }
        return Optional.of(expected);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}

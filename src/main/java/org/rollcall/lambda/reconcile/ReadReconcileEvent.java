package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.rollcall.lambda.event.InvalidRequestException;

/** Reads which days to reconcile: {@code {"from": "2026-11-01", "to": "2026-11-22"}}, in UTC. */
@Singleton
class ReadReconcileEvent {
    private final InstantSource clock;

    ReadReconcileEvent(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The days of an event of ours, also of one inside an EventBridge envelope. Without {@code from} and {@code to}
     * they are the two days before today: a meeting that goes on past midnight is in Zoom's list a day later.
     *
     * @throws InvalidRequestException when the event can't be understood, or Zoom no longer knows the days
     */
    ReconcileRange read(JsonNode event) {
        ReconcileRange range = parse(event);
        if (range.from().isBefore(earliest())) {
            throw new InvalidRequestException(
                    "from",
                    "is too long ago: Zoom's dashboard has the last six months. It accepts " + earliest()
                            + " or a later day.");
        }
        return checked(range);
    }

    /**
     * The days of a message that {@link ContinueReconciling} sent. Those that Zoom has forgotten while the message
     * waited are left out.
     *
     * @throws InvalidRequestException when it is no such message
     */
    ReconcileRange readContinuation(JsonNode message) {
        ReconcileRange range = parse(message);
        return checked(range.from().isBefore(earliest()) ? range.startingAt(earliest()) : range);
    }

    private ReconcileRange parse(JsonNode event) {
        JsonNode ours = event.hasNonNull("detail") && event.has("detail-type") ? event.get("detail") : event;
        if (!ours.isObject()) {
            throw new InvalidRequestException(
                    "The event",
                    "is not a JSON object. It accepts {\"from\": \"YYYY-MM-DD\", \"to\": \"YYYY-MM-DD\"}.");
        }
        return new ReconcileRange(
                day(ours, "from", today().minusDays(2)), day(ours, "to", today().minusDays(1)), stepDays(ours));
    }

    private ReconcileRange checked(ReconcileRange range) {
        if (range.to().isAfter(today())) {
            throw new InvalidRequestException(
                    "to", "is in the future. It accepts " + today() + ", which is today in UTC, or an earlier day.");
        }
        if (range.to().isBefore(range.from())) {
            throw new InvalidRequestException(
                    "to", "is before from. It accepts " + range.from() + " or a later day, or give from as well.");
        }
        return range;
    }

    private static LocalDate day(JsonNode event, String field, LocalDate absent) {
        JsonNode value = event.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException(field, "is not a day. It accepts YYYY-MM-DD, such as 2026-11-01.");
        }
    }

    private static int stepDays(JsonNode event) {
        JsonNode value = event.path("step_days");
        if (value.isMissingNode() || value.isNull()) {
            return ReconcileRange.LONGEST_STEP;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > ReconcileRange.LONGEST_STEP) {
            throw new InvalidRequestException(
                    "step_days",
                    "is not one. It accepts a whole number from 1 to " + ReconcileRange.LONGEST_STEP + ".");
        }
        return value.intValue();
    }

    private LocalDate earliest() {
        return ReconcileRange.earliest(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

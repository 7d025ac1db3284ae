package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollcall.failure.FailureKind;
import org.rollcall.report.row.Times;
import org.rollcall.zoom.error.ZoomException;

/**
 * A wait for Zoom's limits.
 *
 * @param notBefore when it ends
 * @param since when the first of those began that no day was finished between
 */
record Wait(Instant notBefore, Instant since) {
    /** No wait. */
    static final Wait NONE = new Wait(null, null);

    private static final String NOT_BEFORE = "not_before";
    private static final String SINCE = "waiting_since";
    /** Zoom resets daily limits once a day; where it does not say when, asking now and then finds out. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Whoever is at the limit for longer than this has to hear of it. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** Reads the wait of a message that {@link #write} wrote. */
    static Wait of(JsonNode message) {
        return new Wait(
                Times.parse(message.path(NOT_BEFORE).textValue()),
                Times.parse(message.path(SINCE).textValue()));
    }

    void write(ObjectNode message) {
        if (notBefore != null) {
            message.put(NOT_BEFORE, notBefore.toString()).put(SINCE, since.toString());
        }
    }

    /** Returns how long it still is; nothing or less when it is over. */
    Duration remaining(InstantSource clock) {
        return notBefore == null ? Duration.ZERO : Duration.between(clock.instant(), notBefore);
    }

    /**
     * Returns the wait that a failure asks for.
     *
     * @param progress whether a day was finished since this wait
     * @return empty when waiting does not help, or has not helped for long enough
     */
    Optional<Wait> next(ZoomException failure, boolean progress, InstantSource clock) {
        Duration asked = failure.retryAfter();
        if (asked == null && failure.kind() == FailureKind.DAILY_LIMIT_REACHED) {
            asked = UNKNOWN;
        }
        if (asked == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant begun = progress || since == null ? now : since;
        if (begun.plus(PATIENCE).isBefore(now)) {
            return Optional.empty();
        }
        Duration wait = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return Optional.of(new Wait(now.plus(wait), begun));
    }
}

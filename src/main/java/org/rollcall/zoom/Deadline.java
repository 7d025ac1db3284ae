package org.rollcall.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The moment by which an invocation has to have its answer.
 *
 * @param end that moment
 * @param clock the clock it is measured by
 */
public record Deadline(Instant end, InstantSource clock) {

    /** So long from now. */
    public static Deadline in(Duration duration, InstantSource clock) {
        return new Deadline(clock.instant().plus(duration), clock);
    }

    /** How long until then; zero or less when it is past. */
    public Duration remaining() {
        return Duration.between(clock.instant(), end);
    }
}

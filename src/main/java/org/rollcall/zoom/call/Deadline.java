package org.rollcall.zoom.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The moment by which an invocation has to have its answer.
 *
 * @param end that moment
 * @param clock the clock it is measured by
 * @param patience the longest wait for Zoom that is sat out rather than left to a later invocation
 */
public record Deadline(Instant end, InstantSource clock, Duration patience) {

    /** One that sits out every wait that ends before it. */
    public Deadline(Instant end, InstantSource clock) {
        this(end, clock, Duration.ofSeconds(Long.MAX_VALUE));
    }

    /** So long from now. */
    public static Deadline in(Duration duration, InstantSource clock) {
        return new Deadline(clock.instant().plus(duration), clock);
    }

    /** The same for who has a better use for the time than to wait longer than this for Zoom. */
    public Deadline withPatience(Duration longestWait) {
        return new Deadline(end, clock, longestWait);
    }

    /** How long until then; zero or less when it is past. */
    public Duration remaining() {
        return Duration.between(clock.instant(), end);
    }

    /** Whether so long a wait is worth while. */
    boolean allows(Duration wait) {
        return wait.compareTo(remaining()) < 0 && wait.compareTo(patience) <= 0;
    }
}

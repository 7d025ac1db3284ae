package org.rollcall.zoom.source;

import java.time.Duration;
import java.time.Instant;

/**
 * When a meeting was meant to be.
 *
 * @param end {@code null} if unknown
 * @param timezone as Zoom spells it; {@code null} if unknown
 */
public record Schedule(Instant start, Instant end, String timezone) {
    /** @param minutes how long; {@code null} if unknown */
    static Schedule of(Instant start, Integer minutes, String timezone) {
        return new Schedule(
                start, minutes == null || minutes <= 0 ? null : start.plus(Duration.ofMinutes(minutes)), timezone);
    }
}

package org.rollcall.zoom;

import java.time.Duration;

/** The account's requests of this day are used up (429, {@code X-RateLimit-Type: Daily-limit}). */
public class DailyLimitReachedException extends ZoomException {
    private final Duration retryAfter;

    /** @param retryAfter how long until the limit resets; {@code null} when Zoom does not say */
    public DailyLimitReachedException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long until the limit resets; {@code null} when Zoom does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

package org.rollcall.zoom;

import java.time.Duration;

/** Too many requests a second for the account (429). */
public class RateLimitedException extends PassingFailureException {
    private final Duration retryAfter;

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    public RateLimitedException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long Zoom asks to wait; {@code null} when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

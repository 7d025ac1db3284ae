package org.rollcall.zoom;

import java.time.Duration;

/** Too many requests a second for the account (429). */
public class RateLimitedException extends PassingFailureException {

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    public RateLimitedException(String message, Duration retryAfter) {
        super(message, retryAfter);
    }
}

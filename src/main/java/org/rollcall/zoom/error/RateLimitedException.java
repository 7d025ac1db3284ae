package org.rollcall.zoom.error;

import java.time.Duration;
import org.rollcall.failure.FailureKind;

/** Too many requests a second for the account (429). */
public class RateLimitedException extends PassingFailureException {

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    public RateLimitedException(String message, Duration retryAfter) {
        super(FailureKind.RATE_LIMITED, message, retryAfter);
    }
}

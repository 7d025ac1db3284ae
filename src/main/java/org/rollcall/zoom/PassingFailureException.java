package org.rollcall.zoom;

import java.time.Duration;

/** A failure that is likely gone when the same is asked again. */
public abstract class PassingFailureException extends ZoomException {
    private final Duration retryAfter;

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    protected PassingFailureException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long Zoom asks to wait; {@code null} when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

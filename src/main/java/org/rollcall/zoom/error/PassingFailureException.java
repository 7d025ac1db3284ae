package org.rollcall.zoom.error;

import java.time.Duration;
import org.rollcall.failure.FailureKind;

/** A failure that is likely gone when the same is asked again. */
public abstract class PassingFailureException extends ZoomException {
    private final Duration retryAfter;

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    protected PassingFailureException(FailureKind kind, String message, Duration retryAfter) {
        super(kind, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}

package org.rollcall.zoom.error;

import java.time.Duration;
import org.rollcall.failure.FailureKind;

/** Zoom failed (5xx), could not be reached, was too slow, or answered with what can't be read. */
public class ZoomUnavailableException extends PassingFailureException {

    /** Zoom did not say how long it will be. */
    public ZoomUnavailableException(String message) {
        this(message, null);
    }

    /** @param retryAfter how long Zoom asks to wait; {@code null} when it does not say */
    public ZoomUnavailableException(String message, Duration retryAfter) {
        super(FailureKind.ZOOM_UNAVAILABLE, message, retryAfter);
    }
}

package org.rollcall.zoom.error;

import java.time.Duration;
import org.rollcall.failure.FailureKind;

/** The account's requests of this day are used up (429, {@code X-RateLimit-Type: Daily-limit}). */
public class DailyLimitReachedException extends ZoomException {
    private final Duration retryAfter;

    /** @param retryAfter how long until the limit resets; {@code null} when Zoom does not say */
    public DailyLimitReachedException(String message, Duration retryAfter) {
        super(FailureKind.DAILY_LIMIT_REACHED, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}

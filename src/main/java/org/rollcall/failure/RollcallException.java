package org.rollcall.failure;

import java.time.Duration;

/**
 * A failure with a message for the person who has to act: what happened, to which meeting, what to do. The message can
 * be shown: it has no secret, no token and no participant's data.
 */
public abstract class RollcallException extends RuntimeException {
    private final FailureKind kind;

    /** @param message what happened, to which meeting, and what to do */
    protected RollcallException(FailureKind kind, String message) {
        this(kind, message, null);
    }

    /** @param cause {@code null} for none */
    protected RollcallException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns the failure's row in the table. */
    public FailureKind kind() {
        return kind;
    }

    /** Returns how long to wait before asking again; {@code null} where nothing tells. */
    public Duration retryAfter() {
        return null;
    }
}

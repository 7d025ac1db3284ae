package org.rollcall.lambda.mail;

import java.time.Duration;
import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A mail can't be sent now. The message says why, and quotes no address. */
public class MailUnavailableException extends RollcallException {
    private final transient Duration retryAfter;

    /** @param retryAfter how long to wait before it is tried again; {@code null} where nothing tells */
    public MailUnavailableException(String message, Duration retryAfter) {
        super(FailureKind.MAIL_UNAVAILABLE, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}

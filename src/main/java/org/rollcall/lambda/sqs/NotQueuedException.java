package org.rollcall.lambda.sqs;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A queue did not take a message. The message of this says which, and what to look at. */
public class NotQueuedException extends RollcallException {

    /** @param message what was not queued, and what to look at */
    public NotQueuedException(String message, Throwable cause) {
        super(FailureKind.NOT_QUEUED, message, cause);
    }
}

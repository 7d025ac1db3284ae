package org.rollcall.lambda.watch;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/**
 * An unforeseen failure. The message says what it was and where, and there is no cause: whatever a handler throws is
 * logged by Lambda and sent to the caller, and another's words could quote participants' data.
 */
public class UnexpectedFailureException extends RollcallException {

    /** @param message as {@link SanitisedMessage} has it */
    UnexpectedFailureException(String message) {
        super(FailureKind.UNEXPECTED, message);
    }
}

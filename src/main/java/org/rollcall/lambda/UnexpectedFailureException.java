package org.rollcall.lambda;

/**
 * A failure that nobody foresaw. The message says what it was and where, and there is no cause: whatever a handler
 * throws is logged by Lambda and told to the caller, and another's words could quote participants' data.
 */
public class UnexpectedFailureException extends RuntimeException {

    /** @param message as {@link FailureText} has it */
    UnexpectedFailureException(String message) {
        super(message);
    }
}

package org.rollcall.lambda.event;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A report does not fit into an answer of Lambda's. The message says how to get it all the same. */
public class AnswerTooLargeException extends RollcallException {

    /** @param message how large it is, and how to get it otherwise */
    public AnswerTooLargeException(String message) {
        super(FailureKind.ANSWER_TOO_LARGE, message);
    }
}

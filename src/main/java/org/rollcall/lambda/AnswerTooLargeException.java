package org.rollcall.lambda;

/** A report does not fit into an answer of Lambda's. The message says how to get it all the same. */
public class AnswerTooLargeException extends RuntimeException {

    /** @param message how large it is, and how to get it otherwise */
    public AnswerTooLargeException(String message) {
        super(message);
    }
}

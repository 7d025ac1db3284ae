package org.rollcall.lambda;

/** A queue did not take a message. The message of this says which, and what to look at. */
public class NotQueuedException extends RuntimeException {

    /** @param message what was not queued, and what to look at */
    public NotQueuedException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.rollcall.lambda;

/** Secrets Manager did not give the Zoom app's credentials. The message says why and what to look at. */
public class SecretNotReadException extends RuntimeException {

    /** @param message which secret, and what to look at */
    public SecretNotReadException(String message, Throwable cause) {
        super(message, cause);
    }
}

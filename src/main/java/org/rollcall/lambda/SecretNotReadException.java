package org.rollcall.lambda;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** Secrets Manager did not give the Zoom app's credentials. The message says why and what to look at. */
public class SecretNotReadException extends RollcallException {

    /** @param message which secret, and what to look at */
    public SecretNotReadException(String message, Throwable cause) {
        super(FailureKind.SECRET_NOT_READ, message, cause);
    }
}

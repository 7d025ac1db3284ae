package org.rollcall.lambda;

/** A meeting's number answers for another instance than the one that was asked for. */
public class OtherInstanceException extends RuntimeException {

    /** @param message which instance was asked for, and which one answered */
    public OtherInstanceException(String message) {
        super(message);
    }
}

package org.rollcall.lambda;

/** A meeting's number answers for another instance than the one that was asked for. */
public class OtherInstanceException extends RuntimeException {

    public OtherInstanceException(String message) {
        super(message);
    }
}

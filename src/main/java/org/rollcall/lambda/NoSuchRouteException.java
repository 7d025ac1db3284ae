package org.rollcall.lambda;

/** A path or method that the HTTP API does not have. */
public class NoSuchRouteException extends RuntimeException {

    /** @param message what there is instead */
    public NoSuchRouteException(String message) {
        super(message);
    }
}

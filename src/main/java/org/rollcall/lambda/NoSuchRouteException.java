package org.rollcall.lambda;

/** A path or method that the HTTP API does not have. */
class NoSuchRouteException extends RuntimeException {

    NoSuchRouteException(String message) {
        super(message);
    }
}

package org.rollcall.lambda.api;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A path or method that the HTTP API does not have. */
public class NoSuchRouteException extends RollcallException {

    /** @param message what there is instead */
    public NoSuchRouteException(String message) {
        super(FailureKind.NO_SUCH_ROUTE, message);
    }
}

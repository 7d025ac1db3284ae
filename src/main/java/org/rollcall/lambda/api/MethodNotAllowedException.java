package org.rollcall.lambda.api;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A path of the HTTP API is asked for by a method that it does not have. */
public class MethodNotAllowedException extends RollcallException {
    /** The methods that there are, as the header {@code Allow} has them. */
    static final String ALLOW = "GET, HEAD";

    /** One that names the methods that there are. */
    public MethodNotAllowedException() {
        super(FailureKind.METHOD_NOT_ALLOWED, "Reports are asked for by GET or HEAD.");
    }
}

package org.rollcall.lambda;

import org.rollcall.failure.RollcallException;

/** Turns failures into what a handler throws. */
public interface FunctionErrors {
    /** Returns an exception that Lambda reports with the failure's type and message, and with nothing else. */
    RuntimeException of(RollcallException failure);
}

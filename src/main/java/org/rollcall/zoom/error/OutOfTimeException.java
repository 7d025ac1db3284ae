package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** The function's time would end before the report is whole. */
public class OutOfTimeException extends ZoomException {
    public OutOfTimeException(String message) {
        super(FailureKind.OUT_OF_TIME, message);
    }
}

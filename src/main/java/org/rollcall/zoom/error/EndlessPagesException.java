package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** Zoom's pages did not end. Reading them again would cost as many requests. */
public class EndlessPagesException extends ZoomException {
    public EndlessPagesException(String message) {
        super(FailureKind.INCOMPLETE_REPORT, message);
    }
}

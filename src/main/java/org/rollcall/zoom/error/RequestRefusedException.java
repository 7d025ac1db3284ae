package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** Zoom refused the meeting ID or a parameter (400, or code 300); asking again the same way does not help. */
public class RequestRefusedException extends ZoomException {

    public RequestRefusedException(String message) {
        super(FailureKind.REQUEST_REFUSED, message);
    }
}

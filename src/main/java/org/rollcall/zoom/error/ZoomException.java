package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** Zoom did not give what it was asked for. */
public abstract class ZoomException extends RollcallException {
    /** @param message what happened, to which meeting, and what to do */
    protected ZoomException(FailureKind kind, String message) {
        super(kind, message);
    }
}

package org.rollcall.zoom;

/** Zoom did not give what it was asked for. The message says what happened, to which meeting, and what to do. */
public abstract class ZoomException extends RuntimeException {

    protected ZoomException(String message) {
        super(message);
    }
}

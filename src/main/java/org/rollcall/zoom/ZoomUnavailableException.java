package org.rollcall.zoom;

/** Zoom failed (5xx), could not be reached, was too slow, or answered with what can't be read. */
public class ZoomUnavailableException extends PassingFailureException {

    public ZoomUnavailableException(String message) {
        super(message);
    }
}

package org.rollcall.zoom;

/** The function's time would end before the report is whole. */
public class OutOfTimeException extends ZoomException {

    public OutOfTimeException(String message) {
        super(message);
    }
}

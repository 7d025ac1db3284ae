package org.rollcall.zoom;

/** A failure that is likely gone when the same is asked again. */
public abstract class PassingFailureException extends ZoomException {

    protected PassingFailureException(String message) {
        super(message);
    }
}

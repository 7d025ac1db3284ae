package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** The Zoom app lacks a scope (codes 104 and 4711). */
public class MissingScopeException extends ZoomException {

    public MissingScopeException(String message) {
        super(FailureKind.MISSING_SCOPE, message);
    }
}

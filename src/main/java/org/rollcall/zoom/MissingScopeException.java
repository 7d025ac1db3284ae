package org.rollcall.zoom;

/** The Zoom app lacks a scope (codes 104 and 4711). */
public class MissingScopeException extends ZoomException {

    public MissingScopeException(String message) {
        super(message);
    }
}

package org.rollcall.zoom;

/** The account's plan or the user's role has no dashboard (code 200). */
public class DashboardNotAvailableException extends ZoomException {

    public DashboardNotAvailableException(String message) {
        super(message);
    }
}

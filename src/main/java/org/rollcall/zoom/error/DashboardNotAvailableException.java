package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** The account's plan or the user's role has no dashboard (code 200). */
public class DashboardNotAvailableException extends ZoomException {

    public DashboardNotAvailableException(String message) {
        super(FailureKind.DASHBOARD_NOT_AVAILABLE, message);
    }
}

package org.rollcall.zoom.error;

import org.rollcall.failure.FailureKind;

/** Zoom does not accept the app's credentials, or the access tokens it gives for them. */
public class CredentialsRefusedException extends ZoomException {

    public CredentialsRefusedException(String message) {
        super(FailureKind.CREDENTIALS_REFUSED, message);
    }
}

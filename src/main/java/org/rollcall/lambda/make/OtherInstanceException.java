package org.rollcall.lambda.make;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A meeting's number answers for another instance than the one that was asked for. */
public class OtherInstanceException extends RollcallException {

    /** @param message which instance was asked for, and which one answered */
    public OtherInstanceException(String message) {
        super(FailureKind.OTHER_INSTANCE, message);
    }
}

package org.rollcall.store;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/**
 * A finished document could not be put in its place, or a place not be looked through. The message says which, where,
 * and what to look at.
 */
public class StoreException extends RollcallException {

    public StoreException(String message, Throwable cause) {
        super(FailureKind.NOT_STORED, message, cause);
    }
}

package org.rollcall.lambda.event;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A request that can't be understood. The message names the field and what it accepts. */
public class InvalidRequestException extends RollcallException {

    /**
     * @param field the field or parameter that is wrong
     * @param accepts what is wrong with it and what it accepts
     */
    public InvalidRequestException(String field, String accepts) {
        super(FailureKind.INVALID_REQUEST, field + " " + accepts);
    }
}

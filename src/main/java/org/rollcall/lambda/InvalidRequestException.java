package org.rollcall.lambda;

/** A request that can't be understood. The message names the field and what it accepts. */
public class InvalidRequestException extends RuntimeException {

    /**
     * @param field the field or parameter that is wrong
     * @param accepts what is wrong with it and what it accepts
     */
    public InvalidRequestException(String field, String accepts) {
        super(field + " " + accepts);
    }
}

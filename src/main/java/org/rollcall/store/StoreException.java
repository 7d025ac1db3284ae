package org.rollcall.store;

/**
 * A finished document could not be put in its place, or a place not be looked through. The message says which, where,
 * and what to look at.
 */
public class StoreException extends RuntimeException {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

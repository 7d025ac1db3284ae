package org.rollcall.roster;

/**
 * A roster that can't be understood. The message says which, at which line, why and what to do; it names columns, and
 * quotes nothing that a line holds.
 */
public final class InvalidRosterException extends RuntimeException {

    InvalidRosterException(String key, String reason, String remedy) {
        super("The roster " + key + " can't be used: " + reason + ". " + remedy);
    }

    InvalidRosterException(String key, long line, String reason, String remedy) {
        this(key, "line " + line + " " + reason, remedy);
    }
}

package org.rollcall.lambda.watch;

import org.rollcall.failure.RollcallException;

/** What of a failure's message can be shown in logs, errors and dead letters. */
public final class SanitisedMessage {
    private SanitisedMessage() {}

    /**
     * Returns the message, if it is one of ours. Another's could quote participants' data, so that its type and place
     * take its place.
     */
    public static String of(Exception failure) {
        return known(failure).getMessage();
    }

    /** Returns the failure itself if it is one of ours, and one that quotes nothing of it if it is not. */
    public static RollcallException known(Exception failure) {
        if (failure instanceof RollcallException known) {
            return known;
        }
        StackTraceElement[] stack = failure.getStackTrace();
        return new UnexpectedFailureException(
                "An unexpected " + failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]) + ".");
    }
}

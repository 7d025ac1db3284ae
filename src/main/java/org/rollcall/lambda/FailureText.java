package org.rollcall.lambda;

import org.rollcall.report.IncompleteReportException;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.ZoomException;

/** What may be told of a failure. */
public final class FailureText {

    private FailureText() {}

    /** The message, if its words are ours; another's could quote participants' data, so that its place has to do. */
    public static String of(Exception failure) {
        if (isOurs(failure)) {
            return failure.getMessage();
        }
        StackTraceElement[] stack = failure.getStackTrace();
        return "An unexpected " + failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]) + ".";
    }

    /** What a handler may throw in its place: the failure itself, if its words are ours. */
    public static RuntimeException told(Exception failure) {
        return isOurs(failure) ? (RuntimeException) failure : new UnexpectedFailureException(of(failure));
    }

    private static boolean isOurs(Exception failure) {
        return failure instanceof ZoomException
                || failure instanceof IncompleteReportException
                || failure instanceof StoreException
                || failure instanceof InvalidRequestException
                || failure instanceof NoSuchRouteException
                || failure instanceof InvalidSettingException
                || failure instanceof OtherInstanceException
                || failure instanceof SecretNotReadException
                || failure instanceof NotQueuedException
                || failure instanceof AnswerTooLargeException;
    }
}

package org.rollcall.zoom.call;

import org.rollcall.report.MeetingId;

/**
 * What Zoom is asked for.
 *
 * @param subject what it is about, for a message
 * @param permission what it takes to be answered
 * @param byUuid whether a UUID is in the path, which a firewall in front of Zoom can block
 * @param laterPage whether it is a page after the first
 * @param isList whether it is a list of meetings rather than one meeting
 * @param turn waits until it may be asked
 */
public record Question(
        String subject, Permission permission, boolean byUuid, boolean laterPage, boolean isList, Runnable turn) {
    private static final Runnable AT_ONCE = () -> {};

    /** One about a meeting or webinar. */
    public static Question about(MeetingId id, Permission permission, boolean laterPage) {
        return new Question(id.toString(), permission, !id.isNumber(), laterPage, false, AT_ONCE);
    }

    /** One for a page of a list. */
    public static Question list(String subject, Permission permission, boolean laterPage, Runnable turn) {
        return new Question(subject, permission, false, laterPage, true, turn);
    }

    /** The same, which may be asked at once. */
    public static Question list(String subject, Permission permission, boolean laterPage) {
        return list(subject, permission, laterPage, AT_ONCE);
    }

    /**
     * What Zoom asks of an account and an app before it answers.
     *
     * @param what the kind of data, for a message
     * @param scopes the app's scopes, classic and granular
     * @param account the plan, and what has to be switched on
     */
    public record Permission(String what, String scopes, String account) {}
}

package org.rollcall.failure;

import static org.rollcall.failure.FailureKind.Redelivery.AFTER_A_DAY_NEVER;
import static org.rollcall.failure.FailureKind.Redelivery.LATER;
import static org.rollcall.failure.FailureKind.Redelivery.NEVER;
import static org.rollcall.failure.FailureKind.Scope.BATCH;
import static org.rollcall.failure.FailureKind.Scope.MESSAGE;

/** The table of failures: what each kind means over HTTP, to the queue and to the person who has to act. */
public enum FailureKind {
    INVALID_REQUEST(
            "InvalidRequestException",
            400,
            NEVER,
            MESSAGE,
            "A field or parameter is not what it should be. The message names it and what it accepts.",
            "Correct the request."),
    NO_SUCH_ROUTE("NoSuchRouteException", 404, NEVER, MESSAGE, "The HTTP API has no such path.", "Correct the path."),
    METHOD_NOT_ALLOWED(
            "MethodNotAllowedException",
            405,
            NEVER,
            MESSAGE,
            "The HTTP API's paths have `GET` and `HEAD` alone.",
            "Ask by `GET`."),
    REQUEST_REFUSED(
            "RequestRefusedException",
            400,
            NEVER,
            MESSAGE,
            "Zoom refused the ID or a parameter (code 300).",
            "Check the ID and whether it is a meeting's or a webinar's. `include_fields` is not for live meetings."),
    MEETING_NOT_FOUND(
            "MeetingNotFoundException",
            404,
            AFTER_A_DAY_NEVER,
            MESSAGE,
            "Zoom has no such meeting of that type (code 3001), or not yet.",
            "Check the ID. A meeting that ended moments ago appears within minutes; an old one is gone."),
    RATE_LIMITED(
            "RateLimitedException",
            429,
            LATER,
            BATCH,
            "Too many requests a second, and waiting would take too long.",
            "Wait as long as `Retry-After` says."),
    DAILY_LIMIT_REACHED(
            "DailyLimitReachedException",
            429,
            LATER,
            BATCH,
            "The account's requests of the day are used up.",
            "Wait for the reset that the message names."),
    MISSING_SCOPE(
            "MissingScopeException",
            502,
            NEVER,
            MESSAGE,
            "The Zoom app lacks a scope (codes 104, 4711).",
            "Add the scope that the message names and activate the app again."),
    DASHBOARD_NOT_AVAILABLE(
            "DashboardNotAvailableException",
            502,
            NEVER,
            MESSAGE,
            "The account or the app's user may not read this at Zoom (code 200).",
            "Switch on what the message names, or add another source to `ZOOM_SOURCES`."),
    CREDENTIALS_REFUSED(
            "CredentialsRefusedException",
            502,
            AFTER_A_DAY_NEVER,
            BATCH,
            "Zoom does not accept the app's credentials.",
            "Check the credentials and whether the app is activated."),
    MEETING_BLOCKED(
            "MeetingBlockedException",
            502,
            NEVER,
            MESSAGE,
            "A firewall in front of Zoom refuses this UUID for ever.",
            "Ask by the meeting's number. An event that has both is asked for by it already."),
    OTHER_INSTANCE(
            "OtherInstanceException",
            502,
            NEVER,
            MESSAGE,
            "The UUID is blocked, and the number answers for a later instance of the meeting.",
            "Ask Zoom's support for the report of the one that is blocked."),
    ZOOM_UNAVAILABLE(
            "ZoomUnavailableException",
            502,
            LATER,
            MESSAGE,
            "Zoom failed, could not be reached, or sent what can't be read: five times,"
                    + " or once where it asks for a longer wait than there is time.",
            "Ask again later."),
    INCOMPLETE_REPORT(
            "IncompleteReportException",
            502,
            LATER,
            MESSAGE,
            "The pages did not add up, three times from the first page on. Nothing was stored.",
            "Ask again later."),
    OUT_OF_TIME(
            "OutOfTimeException",
            504,
            LATER,
            MESSAGE,
            "The function's time ended first. With a queue, the HTTP API answers 202 instead.",
            "Ask again, or give the function more time."),
    SECRET_NOT_READ(
            "SecretNotReadException",
            500,
            LATER,
            BATCH,
            "Secrets Manager did not give the secret.",
            "Check `ZOOM_SECRET_ID` and the function's role."),
    ANSWER_TOO_LARGE(
            "AnswerTooLargeException",
            413,
            NEVER,
            MESSAGE,
            "The answer is larger than Lambda allows, and there is no bucket to link to.",
            "Ask with gzip, or set `REPORT_DESTINATION` to a bucket."),
    NOT_STORED(
            "StoreException",
            500,
            LATER,
            MESSAGE,
            "The destination could not be written, read or listed.",
            "Check the bucket and the function's role."),
    NOT_QUEUED(
            "NotQueuedException",
            500,
            LATER,
            MESSAGE,
            "A queue did not take a message.",
            "Check the queue's setting and the function's role, then ask again."),
    MAIL_REFUSED(
            "MailRefusedException",
            502,
            NEVER,
            MESSAGE,
            "Amazon SES refused a mail: its sender, its recipients or the account. The message has SES's reason.",
            "Verify `MAIL_FROM` in SES, and move the account out of SES's sandbox; then redrive the dead letter."),
    MAIL_UNAVAILABLE(
            "MailUnavailableException",
            502,
            LATER,
            MESSAGE,
            "Amazon SES throttled or failed, could not be reached or did not let the function send;"
                    + " or another invocation is sending this mail.",
            "Check the account's sending quota and the function's role."),
    INVALID_SETTING(
            "InvalidSettingException",
            500,
            LATER,
            BATCH,
            "A setting is missing or malformed. The message has its name.",
            "Correct the setting."),
    UNEXPECTED(
            "UnexpectedFailureException",
            500,
            LATER,
            MESSAGE,
            "Something unforeseen. The message names its type and place, and quotes nothing.",
            "Ask again. Of an `IOException`, check whether `/tmp` is full.");

    private final String typeName;
    private final int httpStatus;
    private final Redelivery redelivery;
    private final Scope scope;
    private final String meaning;
    private final String remedy;

    FailureKind(String typeName, int httpStatus, Redelivery redelivery, Scope scope, String meaning, String remedy) {
        this.typeName = typeName;
        this.httpStatus = httpStatus;
        this.redelivery = redelivery;
        this.scope = scope;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** Returns the type on the wire: Lambda's {@code errorType}, and a dead letter's {@code reason}. */
    public String typeName() {
        return typeName;
    }

    /** Returns the status that the HTTP API answers with. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns when the queue makes the report again. */
    public Redelivery redelivery() {
        return redelivery;
    }

    /** Returns whether the other messages of a batch would fail for the same reason. */
    public boolean failsBatch() {
        return scope == BATCH;
    }

    /** Returns what happened, as docs/errors.md has it. */
    public String meaning() {
        return meaning;
    }

    /** Returns what to do, as docs/errors.md has it. */
    public String remedy() {
        return remedy;
    }

    /** When the queue makes a report again that failed. */
    public enum Redelivery {
        /** Never: the message becomes a dead letter at once. */
        NEVER,
        /** With growing delay; once the message is a day old it becomes a dead letter. */
        AFTER_A_DAY_NEVER,
        /** With growing delay, until the queue's last delivery. */
        LATER
    }

    /** What a failure concerns. */
    public enum Scope {
        /** One message. */
        MESSAGE,
        /** Every message of the batch. */
        BATCH
    }
}

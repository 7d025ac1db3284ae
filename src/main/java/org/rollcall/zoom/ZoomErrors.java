package org.rollcall.zoom;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Says what an answer of Zoom's means for who has to act (Zoom reference: Errors, Rate limits). */
final class ZoomErrors {
    private static final String SCOPES = "dashboard_meetings:read:admin (granular:"
            + " dashboard:read:list_meeting_participants:admin, dashboard:read:meeting:admin and"
            + " dashboard:read:list_meetings:admin)";

    private final InstantSource clock;

    ZoomErrors(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What the answer to a call about a meeting means.
     *
     * @param laterPage whether the call asked for a page after the first
     */
    RuntimeException about(String meetingId, boolean laterPage, ZoomErrorAnswer answer) {
        String meeting = "meeting " + meetingId;
        if (isAccounts(answer)) {
            return aboutAccount(meeting, answer);
        }
        if (answer.status == 300 || answer.code == 300) {
            return laterPage
                    ? pageTokenExpired(meeting, answer)
                    : new RequestRefusedException("Zoom refused the ID or a parameter for " + meeting + said(answer)
                            + " Look whether the ID is right and a meeting's, not a webinar's; include_fields is not"
                            + " supported for live meetings.");
        }
        if (answer.status == 404 || answer.code == 3001) {
            return new MeetingNotFoundException("Zoom knows no " + meeting + " of that type" + said(answer)
                    + " Look whether the ID is right. A meeting that ended moments ago appears within minutes; one"
                    + " older than six months is gone.");
        }
        if (answer.status == 403 && !answer.json) {
            return new MeetingBlockedException("A firewall in front of Zoom blocks the ID of " + meeting + said(answer)
                    + " Ask by the meeting's number instead of its UUID.");
        }
        return other(meeting, answer);
    }

    /**
     * What the answer to a call for a list of meetings means.
     *
     * @param laterPage whether the call asked for a page after the first
     */
    RuntimeException aboutList(String list, boolean laterPage, ZoomErrorAnswer answer) {
        if (isAccounts(answer)) {
            return aboutAccount(list, answer);
        }
        if (laterPage && (answer.status == 300 || answer.code == 300)) {
            return pageTokenExpired(list, answer);
        }
        return other(list, answer);
    }

    private static boolean isAccounts(ZoomErrorAnswer answer) {
        return answer.status == 401
                || answer.code == 104
                || answer.code == 4711
                || answer.code == 200
                || answer.status == 429;
    }

    private RuntimeException aboutAccount(String subject, ZoomErrorAnswer answer) {
        if (answer.code == 104 || answer.code == 4711) {
            return new MissingScopeException("The Zoom app may not read " + subject + said(answer) + " Add the scope "
                    + SCOPES + " to the app and activate it again.");
        }
        if (answer.status == 401) {
            return new CredentialsRefusedException("Zoom refused the access token for " + subject + said(answer)
                    + " Look whether the Server-to-Server OAuth app is still activated.");
        }
        if (answer.code == 200) {
            return new DashboardNotAvailableException("The Zoom account may not read the dashboard of " + subject
                    + said(answer) + " The Dashboards API needs a Business plan or higher, and a role with dashboard"
                    + " access.");
        }
        return tooMany("asking for " + subject, answer);
    }

    private static PageTokenExpiredException pageTokenExpired(String subject, ZoomErrorAnswer answer) {
        return new PageTokenExpiredException("Zoom ended the page chain of " + subject + said(answer));
    }

    private RuntimeException other(String subject, ZoomErrorAnswer answer) {
        if (answer.status == 300 || answer.status >= 400 && answer.status < 500 && answer.status != 408) {
            return new RequestRefusedException("Zoom refused the request for " + subject + said(answer));
        }
        return new ZoomUnavailableException(
                "Zoom failed at " + subject + said(answer) + " Ask again later.", downtime(answer));
    }

    /** What the answer to a call for an access token means. */
    RuntimeException aboutToken(ZoomErrorAnswer answer) {
        if (answer.status == 429) {
            return tooMany("asking for an access token", answer);
        }
        if (answer.status >= 400 && answer.status < 500 && answer.status != 408) {
            return new CredentialsRefusedException("Zoom gave no access token" + said(answer)
                    + " Look at ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, or at the secret that"
                    + " ZOOM_SECRET_ID names, and whether the app is activated.");
        }
        return new ZoomUnavailableException(
                "Zoom gave no access token" + said(answer) + " Ask again later.", downtime(answer));
    }

    /** What it means that there was no answer, or none that can be read. */
    static RuntimeException noAnswer(String what, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
                // Nobody waits for it any more: to try again would hold up who comes next.
                return new OutOfTimeException("The function's time ended before Zoom had answered for " + what + ".");
            }
        }
        return new ZoomUnavailableException(
                "Zoom gave no readable answer when asked for " + what + ": " + reason(failure) + ". Ask again later.");
    }

    private RuntimeException tooMany(String doing, ZoomErrorAnswer answer) {
        Duration wait = retryAfter(answer);
        String limits = (answer.rateLimitType + " " + answer.zoomMessage).toLowerCase(Locale.ROOT);
        if (limits.contains("daily")) {
            String when =
                    wait == null ? "within a day" : "at " + clock.instant().plus(wait);
            return new DailyLimitReachedException(
                    "The Zoom account's daily limit was reached when " + doing + said(answer) + " It resets " + when
                            + ".",
                    wait);
        }
        return new RateLimitedException(
                "The Zoom account's rate limit was reached when " + doing + said(answer)
                        + " Ask again later, or look which other app of the account asks so often.",
                wait);
    }

    private Duration retryAfter(ZoomErrorAnswer answer) {
        return RetryAfter.parse(answer.retryAfter, clock.instant()).orElse(null);
    }

    // Zero says nothing of when Zoom is back.
    private Duration downtime(ZoomErrorAnswer answer) {
        Duration wait = retryAfter(answer);
        return wait == null || wait.isZero() ? null : wait;
    }

    private static String said(ZoomErrorAnswer answer) {
        String code = answer.code == 0 ? "" : ", code " + answer.code;
        String message = answer.zoomMessage.isEmpty() ? "" : ": " + answer.zoomMessage;
        return " (HTTP " + answer.status + code + message + ").";
    }

    // Only of failures on the wire: a parser's message can quote participants' data.
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableAnswerException) {
                return cause.getMessage();
            }
            if (cause instanceof com.fasterxml.jackson.core.JacksonException) {
                return "a body that is not what it should be";
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return cause.getClass().getSimpleName() + " " + FirstWords.of(String.valueOf(cause.getMessage()));
            }
        }
        return failure.getClass().getSimpleName();
    }
}

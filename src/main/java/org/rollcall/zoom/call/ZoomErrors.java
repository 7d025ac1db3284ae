package org.rollcall.zoom.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.rollcall.zoom.api.UnreadableAnswerException;
import org.rollcall.zoom.error.CredentialsRefusedException;
import org.rollcall.zoom.error.DailyLimitReachedException;
import org.rollcall.zoom.error.DashboardNotAvailableException;
import org.rollcall.zoom.error.MeetingBlockedException;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.MissingScopeException;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.PageTokenExpiredException;
import org.rollcall.zoom.error.RateLimitedException;
import org.rollcall.zoom.error.RequestRefusedException;
import org.rollcall.zoom.error.ZoomUnavailableException;
import org.rollcall.zoom.http.QuotableText;
import org.rollcall.zoom.http.RetryAfter;
import org.rollcall.zoom.http.ZoomErrorAnswer;

/** Says what an answer of Zoom's means for who has to act (Zoom reference: Errors, Rate limits). */
final class ZoomErrors {
    /** A limit a minute is over by then (Zoom reference: Rate limits, Resource-intensive). */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;

    ZoomErrors(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns what an answer but 200 means. */
    RuntimeException about(Question question, ZoomErrorAnswer answer) {
        if (isForeign(answer)) {
            return foreign(question, answer);
        }
        if (answer.code == 104 || answer.code == 4711) {
            return new MissingScopeException("The Zoom app may not read " + question.subject() + said(answer)
                    + " Add the scope " + question.permission().scopes() + " to the app and activate it again.");
        }
        if (answer.status == 401) {
            return new CredentialsRefusedException("Zoom refused the access token for " + question.subject()
                    + said(answer) + " Look whether the Server-to-Server OAuth app is still activated.");
        }
        if (answer.code == 200) {
            return new DashboardNotAvailableException(
                    "The Zoom account may not read " + question.permission().what() + " of " + question.subject()
                            + said(answer) + " " + question.permission().account());
        }
        if (answer.status == 429) {
            return tooMany("asking for " + question.subject(), question.isList(), answer);
        }
        if (question.laterPage() && isOfToken(answer)) {
            return new PageTokenExpiredException("Zoom ended the page chain of " + question.subject() + said(answer));
        }
        return question.isList() ? other(question.subject(), answer) : aboutMeeting(question.subject(), answer);
    }

    private RuntimeException aboutMeeting(String meeting, ZoomErrorAnswer answer) {
        if (answer.status == 300 || answer.code == 300) {
            return new RequestRefusedException("Zoom refused the ID or a parameter for " + meeting + said(answer)
                    + " Look whether the ID is right, and whether it is a meeting's or a webinar's; include_fields is"
                    + " not supported for live meetings.");
        }
        if (answer.status == 404 || answer.code == 3001) {
            return new MeetingNotFoundException("Zoom knows no " + meeting + " of that type" + said(answer)
                    + " Look whether the ID is right. A meeting that ended moments ago appears within minutes; one"
                    + " older than six months is gone.");
        }
        return other(meeting, answer);
    }

    private static boolean isOfToken(ZoomErrorAnswer answer) {
        return answer.status == 300 || answer.code == 300;
    }

    // Not Zoom's: a proxy or a firewall in front of it.
    private static boolean isForeign(ZoomErrorAnswer answer) {
        return answer.body == ZoomErrorAnswer.Body.FOREIGN && answer.status != 429;
    }

    private RuntimeException foreign(Question question, ZoomErrorAnswer answer) {
        return answer.status == 403 && question.byUuid()
                ? new MeetingBlockedException("A firewall in front of Zoom blocks the ID of " + question.subject()
                        + said(answer) + " Ask by the meeting's number instead of its UUID.")
                : unavailable("Zoom failed at " + question.subject(), answer);
    }

    private RuntimeException other(String subject, ZoomErrorAnswer answer) {
        return isRefusal(answer)
                ? new RequestRefusedException("Zoom refused the request for " + subject + said(answer))
                : unavailable("Zoom failed at " + subject, answer);
    }

    private static boolean isRefusal(ZoomErrorAnswer answer) {
        return answer.status == 300 || answer.status >= 400 && answer.status < 500 && answer.status != 408;
    }

    private ZoomUnavailableException unavailable(String what, ZoomErrorAnswer answer) {
        return new ZoomUnavailableException(what + said(answer) + " Ask again later.", retryAfter(answer));
    }

    /** Returns what an answer but 200 to a call for an access token means. */
    RuntimeException aboutToken(ZoomErrorAnswer answer) {
        if (answer.status == 429) {
            return tooMany("asking for an access token", false, answer);
        }
        if (isRefusal(answer) && !isForeign(answer)) {
            return new CredentialsRefusedException("Zoom gave no access token" + said(answer)
                    + " Look at ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, or at the secret that"
                    + " ZOOM_SECRET_ID names, and whether the app is activated.");
        }
        return unavailable("Zoom gave no access token", answer);
    }

    /** What it means that there was no answer, or none that can be read. */
    static RuntimeException noAnswer(String what, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Not what is derived of the latter: a timeout of the connection passes.
            if (cause instanceof InterruptedException || cause.getClass() == InterruptedIOException.class) {
                // Nobody waits for it any more: to try again would hold up who comes next.
                return new OutOfTimeException("The function's time ended before Zoom had answered for " + what + ".");
            }
        }
        return new ZoomUnavailableException(
                "Zoom gave no readable answer when asked for " + what + ": " + reason(failure) + ". Ask again later.");
    }

    private RuntimeException tooMany(String doing, boolean aMinute, ZoomErrorAnswer answer) {
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
                wait == null && aMinute ? MINUTE : wait);
    }

    // A wait of zero, or until a time in the past, says nothing of when Zoom answers again.
    private Duration retryAfter(ZoomErrorAnswer answer) {
        return RetryAfter.parse(answer.retryAfter, clock.instant())
                .filter(wait -> !wait.isZero())
                .orElse(null);
    }

    private static String said(ZoomErrorAnswer answer) {
        String code = answer.code == 0 ? "" : ", code " + answer.code;
        String words = answer.quotableMessage();
        String message = words.isEmpty() ? "" : ": " + words;
        return " (HTTP " + answer.status + code + message + ").";
    }

    // A parser's message can quote participants' data, and so can TLS where the other side does not speak it.
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableAnswerException) {
                return cause.getMessage();
            }
            if (cause instanceof com.fasterxml.jackson.core.JacksonException) {
                return "a body that is not what it should be";
            }
            if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
                return cause.getClass().getSimpleName() + " " + cause.getMessage();
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                String words = QuotableText.of(String.valueOf(cause.getMessage()));
                return (cause.getClass().getSimpleName() + " " + words).strip();
            }
        }
        return failure.getClass().getSimpleName();
    }
}

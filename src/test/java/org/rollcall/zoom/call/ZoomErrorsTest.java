package org.rollcall.zoom.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.error.DailyLimitReachedException;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.PassingFailureException;
import org.rollcall.zoom.error.RateLimitedException;
import org.rollcall.zoom.error.ZoomUnavailableException;
import org.rollcall.zoom.http.ZoomErrorAnswer;
import org.rollcall.zoom.http.ZoomErrorAnswer.Body;

class ZoomErrorsTest {
    private static final Question QUESTION = Question.about(
            new MeetingId(MeetingKind.MEETING, "1"), new Permission("the dashboard", "a:scope", "A plan."), false);

    private final ZoomErrors errors = new ZoomErrors(Clock.systemUTC());

    @Test
    void whoeverStopsWaitingForTheRestOfAPageDoesNotAskAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new InterruptedIOException())))
                .isInstanceOf(OutOfTimeException.class)
                .isNotInstanceOf(PassingFailureException.class);
    }

    /** A second later Zoom may well be back: five requests in one moment would not find out. */
    @Test
    void noWaitAtAllIsNotWhatAFailureTakes() {
        assertThat(errors.about(QUESTION, new ZoomErrorAnswer(503, 503, "Down.", Body.ZOOMS, "0", null)))
                .isInstanceOfSatisfying(ZoomUnavailableException.class, failure -> assertThat(failure.retryAfter())
                        .isNull());
        assertThat(errors.about(QUESTION, new ZoomErrorAnswer(429, 429, "Too many.", Body.ZOOMS, "0", null)))
                .isInstanceOfSatisfying(RateLimitedException.class, failure -> assertThat(failure.retryAfter())
                        .isNull());
    }

    @Test
    void aLimitOfListsIsOverWithinAMinuteWhereZoomDoesNotSayWhen() {
        Question list = Question.list("the meetings of a day", QUESTION.permission(), false);

        for (String retryAfter : List.of("0", "2020-01-01T00:00:00Z", "soon")) {
            ZoomErrorAnswer answer = tooMany(retryAfter, null);

            assertThat(retryAfter(list, answer)).isEqualTo(Duration.ofMinutes(1));
            assertThat(retryAfter(QUESTION, answer)).isNull();
        }
        assertThat(retryAfter(list, tooMany("7", null))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aDailyLimitIsNotOverWithinAMinute() {
        Question list = Question.list("the meetings of a day", QUESTION.permission(), false);

        assertThat(errors.about(list, tooMany(null, "Daily-limit")))
                .isInstanceOfSatisfying(DailyLimitReachedException.class, failure -> assertThat(failure.retryAfter())
                        .isNull())
                .hasMessageContaining("It resets within a day");
    }

    @Test
    void aPageThatBreaksOffIsAskedForAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new IOException("Connection was closed"))))
                .isInstanceOf(PassingFailureException.class)
                .hasMessageContaining("Connection was closed");
    }

    private Duration retryAfter(Question question, ZoomErrorAnswer answer) {
        return ((RateLimitedException) errors.about(question, answer)).retryAfter();
    }

    private static ZoomErrorAnswer tooMany(String retryAfter, String rateLimitType) {
        return new ZoomErrorAnswer(429, 429, "Too many.", Body.ZOOMS, retryAfter, rateLimitType);
    }
}

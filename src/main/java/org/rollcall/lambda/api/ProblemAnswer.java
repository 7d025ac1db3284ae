package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rollcall.lambda.AnswerTooLargeException;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.NoSuchRouteException;
import org.rollcall.report.IncompleteReportException;
import org.rollcall.zoom.DailyLimitReachedException;
import org.rollcall.zoom.MeetingNotFoundException;
import org.rollcall.zoom.OutOfTimeException;
import org.rollcall.zoom.RateLimitedException;
import org.rollcall.zoom.RequestRefusedException;
import org.rollcall.zoom.ZoomException;

/** Turns a failure into {@code application/problem+json} (RFC 9457) with the status that fits it. */
@Singleton
class ProblemAnswer {
    private final ObjectMapper mapper;
    private final InstantSource clock;

    ProblemAnswer(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The answer; of a failure that is nobody's but ours it says no more than where to look. */
    HttpAnswer of(RuntimeException failure, String requestId) {
        int status = status(failure);
        String detail = status == 500
                ? "Rollcall failed. The function's log says why, at the request ID " + requestId + "."
                : failure.getMessage();
        ObjectNode problem = mapper.createObjectNode()
                .put("type", "about:blank")
                .put("title", Status.fromStatusCode(status).getReasonPhrase())
                .put("status", status)
                .put("detail", detail);
        HttpAnswer answer =
                new HttpAnswer(status, Map.of("content-type", "application/problem+json"), problem.toString(), false);
        return status == 429
                ? answer.withHeader(
                        "retry-after", String.valueOf(Math.max(1, wait(failure).toSeconds())))
                : answer;
    }

    private static int status(RuntimeException failure) {
        if (failure instanceof InvalidRequestException || failure instanceof RequestRefusedException) {
            return 400;
        }
        if (failure instanceof NoSuchRouteException || failure instanceof MeetingNotFoundException) {
            return 404;
        }
        if (failure instanceof AnswerTooLargeException) {
            return 413;
        }
        if (failure instanceof RateLimitedException || failure instanceof DailyLimitReachedException) {
            return 429;
        }
        if (failure instanceof OutOfTimeException) {
            return 504;
        }
        return failure instanceof ZoomException || failure instanceof IncompleteReportException ? 502 : 500;
    }

    // Zoom's daily limits reset at midnight UTC (Zoom reference: Rate limits).
    private Duration wait(RuntimeException failure) {
        if (failure instanceof DailyLimitReachedException daily) {
            Instant now = clock.instant();
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            return daily.retryAfter() != null ? daily.retryAfter() : Duration.between(now, midnight);
        }
        Duration retryAfter = ((RateLimitedException) failure).retryAfter();
        return retryAfter != null ? retryAfter : Duration.ZERO;
    }
}

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
import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.http.HttpAnswer;

/** Turns a failure into {@code application/problem+json} (RFC 9457) with the status that fits it. */
@Singleton
class ProblemAnswer {
    private final ObjectMapper mapper;
    private final InstantSource clock;

    ProblemAnswer(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The answer; of a failure of our own it says only where to look. */
    HttpAnswer of(RollcallException failure, String requestId) {
        int status = failure.kind().httpStatus();
        String detail = status == 500
                ? "Rollcall failed. The function's log says why, at the request ID " + requestId + "."
                : failure.getMessage();
        ObjectNode problem = mapper.createObjectNode()
                .put("type", "about:blank")
                .put("title", Status.fromStatusCode(status).getReasonPhrase())
                .put("status", status)
                .put("detail", detail);
        HttpAnswer answer = new HttpAnswer(
                status,
                Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
                problem.toString(),
                false);
        if (status == 405) {
            return answer.withHeader("allow", MethodNotAllowedException.ALLOW);
        }
        return status == 429
                ? answer.withHeader(
                        "retry-after", String.valueOf(Math.max(1, wait(failure).toSeconds())))
                : answer;
    }

    // Zoom's daily limits reset at midnight UTC (Zoom reference: Rate limits).
    private Duration wait(RollcallException failure) {
        if (failure.retryAfter() != null) {
            return failure.retryAfter();
        }
        Instant now = clock.instant();
        return failure.kind() == FailureKind.DAILY_LIMIT_REACHED
                ? Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS))
                : Duration.ZERO;
    }
}

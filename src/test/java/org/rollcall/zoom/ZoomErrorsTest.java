package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoomErrorsTest {

    @Test
    void whoeverStopsWaitingForTheRestOfAPageDoesNotAskAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new InterruptedIOException())))
                .isInstanceOf(OutOfTimeException.class)
                .isNotInstanceOf(PassingFailureException.class);
    }

    /** A second later Zoom may well be back: five requests in one moment would not find out. */
    @Test
    void noWaitAtAllIsNotWhatAFailureTakes() {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>(Map.of("Retry-After", "0"));
        ZoomErrors errors = new ZoomErrors(Clock.systemUTC());

        assertThat(errors.about("1", false, new ZoomErrorAnswer(503, 503, "Down.", true, headers)))
                .isInstanceOfSatisfying(ZoomUnavailableException.class, failure -> assertThat(failure.retryAfter())
                        .isNull());
        assertThat(errors.about("1", false, new ZoomErrorAnswer(429, 429, "Too many.", true, headers)))
                .isInstanceOfSatisfying(RateLimitedException.class, failure -> assertThat(failure.retryAfter())
                        .isZero());
    }

    @Test
    void aPageThatBreaksOffIsAskedForAgain() {
        assertThat(ZoomErrors.noAnswer("meeting 1", new UncheckedIOException(new IOException("Connection was closed"))))
                .isInstanceOf(PassingFailureException.class)
                .hasMessageContaining("Connection was closed");
    }
}

package org.rollcall.zoom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.error.PassingFailureException;
import org.rollcall.zoom.error.RateLimitedException;
import org.rollcall.zoom.error.ZoomUnavailableException;

class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(500);
    private static final PassingFailureException FAILURE = new ZoomUnavailableException("Zoom failed.");

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private final Deadline farAway = Deadline.in(Duration.ofHours(1), clock);

    @Test
    void doublesUpToTheCapWhenChanceIsAtItsWorst() {
        Backoff backoff = new Backoff(BASE, farAway, new Extreme(true));

        assertThat(delays(backoff, 9))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void doesNotWaitAtAllWhenChanceIsAtItsBest() {
        assertThat(delays(new Backoff(BASE, farAway, new Extreme(false)), 9)).containsOnly(0L);
    }

    @Test
    void isSpreadOverTheWholeOfEachStep() {
        List<Long> thirds = new ArrayList<>();
        for (int seed = 0; seed < 1_000; seed++) {
            thirds.add(delays(new Backoff(BASE, farAway, new Random(seed)), 3).get(2));
        }

        assertThat(thirds).allMatch(delay -> delay >= 0 && delay <= 2_000);
        for (long from = 0; from < 2_000; from += 500) {
            long begin = from;
            assertThat(thirds)
                    .filteredOn(delay -> delay >= begin && delay < begin + 500)
                    .hasSizeBetween(180, 320);
        }
    }

    @Test
    void neverGrowsTooLargeToCount() {
        assertThat(delays(new Backoff(BASE, farAway, new Extreme(true)), 100)).allMatch(delay -> delay <= 30_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 45, 3_599})
    void waitsAsLongAsZoomAsks(long seconds) {
        Duration retryAfter = Duration.ofSeconds(seconds);
        Backoff backoff = new Backoff(BASE, farAway, new Extreme(true));

        assertThat(backoff.nextDelayInMillis(new RateLimitedException("Wait.", retryAfter)))
                .isEqualTo(retryAfter.toMillis());
        assertThat(backoff.nextDelayInMillis(new ZoomUnavailableException("Down.", retryAfter)))
                .isEqualTo(retryAfter.toMillis());
    }

    @Test
    void growsWhereZoomDoesNotSayHowLong() {
        Backoff backoff = new Backoff(BASE, farAway, new Extreme(true));

        assertThat(backoff.nextDelayInMillis(new RateLimitedException("Wait.", null)))
                .isEqualTo(500);
        backoff.nextDelayInMillis(new RateLimitedException("Wait.", Duration.ZERO));
        assertThat(backoff.nextDelayInMillis(FAILURE)).isEqualTo(2_000);
    }

    @Test
    void letsTheFailureStandWhenWaitingWouldOutlastTheDeadline() {
        Backoff backoff = new Backoff(BASE, Deadline.in(Duration.ofMillis(500), clock), new Extreme(true));

        assertThatThrownBy(() -> backoff.nextDelayInMillis(FAILURE)).isSameAs(FAILURE);
    }

    @Test
    void waitsWhenThereIsTimeLeftAfterwards() {
        Backoff backoff = new Backoff(BASE, Deadline.in(Duration.ofMillis(501), clock), new Extreme(true));

        assertThat(backoff.nextDelayInMillis(FAILURE)).isEqualTo(500);
    }

    @Test
    void doesNotWaitPastTheDeadlineForZoomEither() {
        RateLimitedException tooMany = new RateLimitedException("Wait.", Duration.ofHours(1));
        Backoff backoff = new Backoff(BASE, farAway, new Extreme(false));

        assertThatThrownBy(() -> backoff.nextDelayInMillis(tooMany)).isSameAs(tooMany);
    }

    @Test
    void doesNotWaitWhenTheDeadlineIsPast() {
        Backoff backoff = new Backoff(BASE, Deadline.in(Duration.ofSeconds(-1), clock), new Extreme(false));

        assertThatThrownBy(() -> backoff.nextDelayInMillis(FAILURE)).isSameAs(FAILURE);
    }

    private static List<Long> delays(Backoff backoff, int count) {
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            delays.add(backoff.nextDelayInMillis(FAILURE));
        }
        return delays;
    }

    /** Always the most, or always the least, that a bound allows. */
    private record Extreme(boolean most) implements RandomGenerator {
        @Override
        public long nextLong() {
            return most ? -1 : 0;
        }

        @Override
        public long nextLong(long bound) {
            return most ? bound - 1 : 0;
        }
    }
}

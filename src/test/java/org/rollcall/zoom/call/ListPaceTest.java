package org.rollcall.zoom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.error.OutOfTimeException;

class ListPaceTest {
    private Instant now = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void theFirstTwentyCallsAreSentAtOnceAndTheOthersAMinuteAfterThese() {
        ListPace pace = new ListPace(TestSettings.of("ZOOM_LISTS_PER_MINUTE", "20"), () -> now);
        for (int call = 0; call < 20; call++) {
            assertThat(pace.next()).isZero();
            now = now.plusSeconds(1);
        }
        assertThat(pace.next()).isEqualTo(Duration.ofSeconds(40));
        assertThat(pace.next()).isEqualTo(Duration.ofSeconds(41));
    }

    @Test
    void inNoMinuteAreThereMoreThanTheLimit() {
        ListPace pace = new ListPace(TestSettings.of("ZOOM_LISTS_PER_MINUTE", "20"), () -> now);
        Instant[] sent = new Instant[200];
        for (int call = 0; call < sent.length; call++) {
            sent[call] = now.plus(pace.next());
            now = sent[call].plusMillis(call % 7 * 300L);
        }
        for (int call = 20; call < sent.length; call++) {
            assertThat(Duration.between(sent[call - 20], sent[call])).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void aCallLongAfterTheOthersWaitsForNothing() {
        ListPace pace = new ListPace(TestSettings.of("ZOOM_LISTS_PER_MINUTE", "1"), () -> now);
        assertThat(pace.next()).isZero();
        now = now.plusSeconds(61);
        assertThat(pace.next()).isZero();
    }

    @Test
    void aTurnBeyondTheDeadlineIsNotWaitedFor() {
        ListPace pace = new ListPace(TestSettings.of("ZOOM_LISTS_PER_MINUTE", "1"), () -> now);
        Deadline deadline = Deadline.in(Duration.ofSeconds(60), () -> now);
        pace.await(deadline);
        assertThatThrownBy(() -> pace.await(deadline))
                .isInstanceOf(OutOfTimeException.class)
                .hasMessageContaining("rate limit for lists");
    }
}

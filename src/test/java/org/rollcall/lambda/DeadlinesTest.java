package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines(InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "30000, PT28.5S",
        "20000, PT19S",
        "1000, PT0S",
        "200, PT-0.8S",
        "900000, PT14M15S",
        // Where no deadline is known.
        "0, PT15M",
        "-1795341912, PT15M",
        "2000000000, PT15M"
    })
    void keepATwentiethOfWhatLambdaLeavesOrASecond(int remainingMillis, Duration time) {
        assertThat(deadlines.of(LambdaService.remaining(remainingMillis)).remaining())
                .isEqualTo(time);
    }

    @Test
    void canBeSooner() {
        assertThat(deadlines
                        .of(LambdaService.remaining(60_000), Duration.ofSeconds(25))
                        .remaining())
                .isEqualTo(Duration.ofSeconds(25));
        assertThat(deadlines
                        .of(LambdaService.remaining(10_000), Duration.ofSeconds(25))
                        .remaining())
                .isEqualTo(Duration.ofSeconds(9));
    }
}

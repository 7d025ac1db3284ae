package org.rollcall.zoom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5                             | PT5S
                    ' 5 '                         | PT5S
                    0                             | PT0S
                    86400                         | PT24H
                    Sun, 22 Nov 2026 10:00:30 GMT | PT30S
                    Sun, 22 Nov 2026 09:00:00 GMT | PT0S
                    2026-11-22T10:01:00Z          | PT1M
                    2026-11-22T10:00:00.250Z      | PT0.25S
                    2026-11-22T09:59:59Z          | PT0S
                    """)
    void understandsItsThreeSpellings(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-5",
                "5s",
                "1.5",
                "99999999999999999999",
                "2026-11-22",
                "Sun, 32 Nov 2026 10:00:30 GMT"
            })
    void doesNotGuess(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void canBeAbsent() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}

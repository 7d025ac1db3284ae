package org.rollcall.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    private static final String TAG = "\"a-1\"";
    private static final Instant MODIFIED = Instant.parse("2026-11-06T08:49:37.900Z");

    @ParameterizedTest
    @ValueSource(strings = {"\"a-1\"", "W/\"a-1\"", "\"b\",\"a-1\"", "\"b, c\" , W/\"a-1\"", "*", " * "})
    void areMetByTheTagThatTheClientHas(String tags) {
        assertThat(tag(tags)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a-2\"", "a-1", "", "\"A-1\"", "\"b, \\\"a-1\\\"", "\"a-1-gzip\"", "**", "\"a-1"})
    void areNotMetByAnotherTag(String tags) {
        assertThat(tag(tags)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 06 Nov 2026 08:49:37 GMT",
                "Friday, 06-Nov-26 08:49:37 GMT",
                "Fri Nov  6 08:49:37 2026",
                "Fri, 06 Nov 2026 08:49:38 GMT"
            })
    void areMetByATimeSinceWhichItHasNotChanged(String time) {
        assertThat(time(time)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 06 Nov 2026 08:49:36 GMT", "yesterday", "", "2026-11-07T00:00:00Z"})
    void areNotMetByAnEarlierTimeNorByNone(String time) {
        assertThat(time(time)).isFalse();
    }

    @Test
    void goByTheTagAloneWhereThereIsOne() {
        Preconditions both = new Preconditions(Optional.of("\"b\""), Optional.of("Fri, 06 Nov 2026 09:00:00 GMT"));

        assertThat(both.areMet(TAG, MODIFIED)).isFalse();
    }

    @Test
    void areNotMetWithoutAny() {
        assertThat(new Preconditions(Optional.empty(), Optional.empty()).areMet(TAG, MODIFIED))
                .isFalse();
    }

    private static boolean tag(String tags) {
        return new Preconditions(Optional.of(tags), Optional.empty()).areMet(TAG, MODIFIED);
    }

    private static boolean time(String time) {
        return new Preconditions(Optional.empty(), Optional.of(time)).areMet(TAG, MODIFIED);
    }
}

package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.lambda.FailureText;
import org.rollcall.lambda.SecretNotReadException;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.zoom.CredentialsRefusedException;
import org.rollcall.zoom.DailyLimitReachedException;
import org.rollcall.zoom.MeetingNotFoundException;
import org.rollcall.zoom.MissingScopeException;
import org.rollcall.zoom.RateLimitedException;
import org.rollcall.zoom.ZoomUnavailableException;

class JudgeFailureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Exception DOWN = new ZoomUnavailableException("Zoom is down.");

    private final JudgeFailure judge = new JudgeFailure(new QueueDelays("PT1M"), () -> NOW);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT64M", "8, PT2H", "19, PT2H", "2000000000, PT2H"})
    void waitsTwiceAsLongEachTime(int receiveCount, Duration expected) {
        assertWithAFifthAtMost(judge.delay(DOWN, received(receiveCount)), expected);
    }

    @ParameterizedTest
    @CsvSource({"1, PT3S, PT3S", "2, PT3S, PT1M", "3, PT3S, PT2M", "3, PT10M, PT10M", "9, PT3S, PT2H", "1, PT5H, PT5H"})
    void waitsAtLeastAsLongAsZoomAsks(int receiveCount, Duration retryAfter, Duration expected) {
        assertWithAFifthAtMost(
                judge.delay(new RateLimitedException("Throttled.", retryAfter), received(receiveCount)), expected);
        assertWithAFifthAtMost(
                judge.delay(new ZoomUnavailableException("Down.", retryAfter), received(receiveCount)), expected);
        assertWithAFifthAtMost(
                judge.delay(new DailyLimitReachedException("Limited.", retryAfter), received(receiveCount)), expected);
    }

    @Test
    void waitsNoLongerThanSqsCan() {
        assertThat(judge.delay(new DailyLimitReachedException("Limited.", Duration.ofHours(20)), received(1)))
                .isEqualTo(Duration.ofHours(12).minusMinutes(15));
    }

    @Test
    void asksNowAndThenWhenADailyLimitResetsAtAnUnknownTime() {
        assertWithAFifthAtMost(
                judge.delay(new DailyLimitReachedException("Limited.", null), received(1)), Duration.ofHours(1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhatTheRestOfTheBatchWouldFailForToo(Exception failure, boolean concernsAll) {
        assertThat(judge.concernsAll(failure)).isEqualTo(concernsAll);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new RateLimitedException("Throttled.", null), true),
                Arguments.of(new DailyLimitReachedException("Limited.", null), true),
                Arguments.of(new CredentialsRefusedException("Refused."), true),
                Arguments.of(new SecretNotReadException("No secret.", null), true),
                Arguments.of(new InvalidSettingException("ZOOM_CLIENT_ID", "is not set."), true),
                Arguments.of(DOWN, false),
                Arguments.of(new MeetingNotFoundException("Not ready."), false),
                Arguments.of(new MissingScopeException("No scope."), false));
    }

    @Test
    void knowsTheLastDeliveryThatTheTemplateAllows() throws IOException {
        Matcher queue = Pattern.compile("(?s)\n  ReportQueue:\n.*?maxReceiveCount: (\\d+)\n")
                .matcher(Files.readString(Path.of("template.yaml")));
        assertThat(queue.find()).isTrue();
        int last = Integer.parseInt(queue.group(1));

        assertThat(judge.isLastDelivery(received(last))).isTrue();
        assertThat(judge.isLastDelivery(received(last - 1))).isFalse();
    }

    @RepeatedTest(5)
    void doesNotLetAllComeBackAtOnce() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> judge.delay(DOWN, received(8)))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void writesDownNoWordsThatAreNotOurs() {
        assertThat(FailureText.of(new IllegalStateException("Zoë Participant <p1@example.com>")))
                .startsWith("An unexpected java.lang.IllegalStateException at ")
                .doesNotContain("Zoë", "example");
        assertThat(FailureText.of(DOWN)).isEqualTo("Zoom is down.");
    }

    private static QueueRecord received(int receiveCount) {
        return new QueueRecord("message", "receipt", "{}", receiveCount, NOW);
    }

    private static void assertWithAFifthAtMost(Duration delay, Duration expected) {
        assertThat(delay).isBetween(expected, expected.plus(expected.dividedBy(5)));
    }
}

package org.rollcall.lambda.batch;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.watch.SanitisedMessage;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.error.CredentialsRefusedException;
import org.rollcall.zoom.error.DailyLimitReachedException;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.MissingScopeException;
import org.rollcall.zoom.error.RateLimitedException;
import org.rollcall.zoom.error.ZoomUnavailableException;

class FailurePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final RollcallException DOWN = new ZoomUnavailableException("Zoom is down.");

    private final FailurePolicy policy = new FailurePolicy(new QueueDelays(TestSettings.of()), () -> NOW);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT64M", "8, PT2H", "19, PT2H", "2000000000, PT2H"})
    void waitsTwiceAsLongEachTime(int receiveCount, Duration expected) {
        assertWithAFifthAtMost(policy.delay(DOWN, received(receiveCount)), expected);
    }

    @ParameterizedTest
    @CsvSource({"1, PT3S, PT3S", "2, PT3S, PT1M", "3, PT3S, PT2M", "3, PT10M, PT10M", "9, PT3S, PT2H", "1, PT5H, PT5H"})
    void waitsAtLeastAsLongAsZoomAsks(int receiveCount, Duration retryAfter, Duration expected) {
        assertWithAFifthAtMost(
                policy.delay(new RateLimitedException("Throttled.", retryAfter), received(receiveCount)), expected);
        assertWithAFifthAtMost(
                policy.delay(new ZoomUnavailableException("Down.", retryAfter), received(receiveCount)), expected);
        assertWithAFifthAtMost(
                policy.delay(new DailyLimitReachedException("Limited.", retryAfter), received(receiveCount)), expected);
    }

    @Test
    void waitsNoLongerThanSqsCan() {
        assertThat(policy.delay(new DailyLimitReachedException("Limited.", Duration.ofHours(20)), received(1)))
                .isEqualTo(Duration.ofHours(12).minusMinutes(15));
    }

    @Test
    void asksNowAndThenWhenADailyLimitResetsAtAnUnknownTime() {
        assertWithAFifthAtMost(
                policy.delay(new DailyLimitReachedException("Limited.", null), received(1)), Duration.ofHours(1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givesUpWhatAskingAgainDoesNotChange(RollcallException failure, Duration age, boolean givesUp) {
        assertThat(policy.givesUp(failure, received(1), NOW.minus(age))).isEqualTo(givesUp);
    }

    static Stream<Arguments> failures() {
        Duration moments = Duration.ofMinutes(1);
        Duration moreThanADay = Duration.ofHours(25);
        return Stream.of(
                Arguments.of(DOWN, moreThanADay, false),
                Arguments.of(new MissingScopeException("No scope."), moments, true),
                Arguments.of(new MeetingNotFoundException("Not ready."), moments, false),
                Arguments.of(new MeetingNotFoundException("Not ready."), moreThanADay, true),
                Arguments.of(new CredentialsRefusedException("Refused."), moments, false),
                Arguments.of(new CredentialsRefusedException("Refused."), moreThanADay, true));
    }

    @Test
    void givesUpEverythingAtTheLastDelivery() {
        assertThat(policy.givesUp(DOWN, received(19), NOW)).isFalse();
        assertThat(policy.givesUp(DOWN, received(20), NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReportQueue", "MailQueue"})
    void knowsTheLastDeliveryThatTheTemplateAllows(String name) throws IOException {
        Matcher queue = Pattern.compile("(?s)\n  " + name + ":\n.*?maxReceiveCount: (\\d+)\n")
                .matcher(Files.readString(Path.of("template.yaml")));
        assertThat(queue.find()).isTrue();
        int last = Integer.parseInt(queue.group(1));

        assertThat(policy.isLastDelivery(received(last))).isTrue();
        assertThat(policy.isLastDelivery(received(last - 1))).isFalse();
    }

    @RepeatedTest(5)
    void doesNotLetAllComeBackAtOnce() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> policy.delay(DOWN, received(8)))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void writesDownNoWordsThatAreNotOurs() {
        assertThat(SanitisedMessage.of(new IllegalStateException("Zoë Participant <p1@example.com>")))
                .startsWith("An unexpected java.lang.IllegalStateException at ")
                .doesNotContain("Zoë", "example");
        assertThat(SanitisedMessage.of(DOWN)).isEqualTo("Zoom is down.");
    }

    private static QueueRecord received(int receiveCount) {
        return new QueueRecord("message", "receipt", "{}", receiveCount, NOW);
    }

    private static void assertWithAFifthAtMost(Duration delay, Duration expected) {
        assertThat(delay).isBetween(expected, expected.plus(expected.dividedBy(5)));
    }
}

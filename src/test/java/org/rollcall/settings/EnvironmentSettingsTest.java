package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Source;

class EnvironmentSettingsTest {
    /** By variable: how it is read, its default, a value that differs from it, and values that are malformed. */
    private static final Map<String, Setting> SETTINGS = new LinkedHashMap<>();

    static {
        add("ZOOM_API_URL", Settings::zoomApiUrl, URI.create("https://api.zoom.us/v2"), "http://a.test/v2", "a.test");
        add("ZOOM_OAUTH_URL", Settings::zoomOauthUrl, URI.create("https://zoom.us/oauth"), "http://a.test", "file:/x");
        add("ZOOM_RETRY_DELAY", Settings::zoomRetryDelay, Duration.ofMillis(500), "PT1S", "1s", "P1D");
        add("ZOOM_LISTS_PER_MINUTE", Settings::zoomListsPerMinute, 20, "10", "0", "many");
        add("ZOOM_SOURCES", Settings::zoomSources, Arrays.asList(Source.values()), "past", "web", "past;report", ",,");
        add(
                "REPORT_FORMATS",
                Settings::reportFormats,
                List.of("json", "csv", "attendance", "html", "xlsx"),
                "json",
                "a;b");
        add("REPORT_DELAY", Settings::reportDelay, Duration.ofMinutes(2), "PT0S", "2m", "PT-1S");
        add("QUEUE_RETRY_DELAY", Settings::queueRetryDelay, Duration.ofMinutes(1), "PT5M", "soon");
        add("WEBHOOK_TOLERANCE", Settings::webhookTolerance, Duration.ofHours(2), "PT6H", "P2D");
        add("REPORT_TIMEZONE", Settings::reportTimezone, ZoneId.of("UTC"), "Europe/Paris", "Europe/Lutetia");
        add("ATTENDANCE_LATE_AFTER", Settings::attendanceLateAfter, Duration.ofMinutes(5), "PT10M", "10");
        add("ATTENDANCE_LEFT_EARLY_BEFORE", Settings::attendanceLeftEarlyBefore, Duration.ofMinutes(5), "PT0S", "x");
        add("ATTENDANCE_MINIMUM_SHARE", Settings::attendanceMinimumShare, BigDecimal.ZERO, "0.5", "50%", "2");
        add("ATTENDANCE_EXPECTED", Settings::attendanceExpected, "auto", "none", "all");
        add("MAIL_MAX_AGE", Settings::mailMaxAge, Duration.ofDays(2), "P30D", "2d", "P367D");
        optional("MAIL_QUEUE_URL", Settings::mailQueueUrl, "https://a.test/1/q", "mails");
        optional("MAIL_DEAD_LETTER_QUEUE_URL", Settings::mailDeadLetterQueueUrl, "https://a.test/1/q", "mails");
        optional("ZOOM_SECRET_ID", Settings::zoomSecretId, "rollcall/zoom");
        optional("ZOOM_ACCOUNT_ID", Settings::zoomAccountId, "account");
        optional("ZOOM_CLIENT_ID", Settings::zoomClientId, "client");
        optional("ZOOM_CLIENT_SECRET", Settings::zoomClientSecret, "secret");
        optional("ZOOM_WEBHOOK_SECRET_TOKEN", Settings::zoomWebhookSecretToken, "token");
        optional("AWS_LAMBDA_FUNCTION_NAME", Settings::functionName, "rollcall-report");
        optional("REPORT_DESTINATION", Settings::reportDestination, "s3://bucket/a", "s3://a b", "file:/a b");
        optional("REPORT_QUEUE_URL", Settings::reportQueueUrl, "https://a.test/1/q", "reports", "https://a.test");
        optional(
                "REPORT_DEAD_LETTER_QUEUE_URL", Settings::reportDeadLetterQueueUrl, "http://a.test/q", "arn:aws:sqs:x");
        optional("RECONCILE_QUEUE_URL", Settings::reconcileQueueUrl, "https://a.test/1/q", "https:///q");
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasADefault(String variable, Setting setting) {
        assertThat(setting.read.apply(TestSettings.of())).isEqualTo(setting.absent);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheEnvironments(String variable, Setting setting) {
        Settings settings = TestSettings.of(variable, " " + setting.value + " ");

        assertThat(setting.read.apply(settings)).isNotEqualTo(setting.absent);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNamedWhereItIsMalformed(String variable, Setting setting) {
        for (String malformed : setting.malformed) {
            Settings settings = TestSettings.of(variable, malformed);

            assertThatThrownBy(() -> setting.read.apply(settings))
                    .as(malformed)
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageStartingWith(variable + " is malformed. It accepts ")
                    .hasMessageNotContaining(" " + malformed);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNotSetWhereItIsBlank(String variable, Setting setting) {
        for (String blank : List.of("", " ")) {
            Settings settings = TestSettings.of(variable, blank);

            if (setting.absent.equals(Optional.empty())) {
                assertThat(setting.read.apply(settings)).isEqualTo(Optional.empty());
            } else {
                assertThatThrownBy(() -> setting.read.apply(settings))
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessage(variable + " is not set.");
            }
        }
    }

    @Test
    void namesSourcesInTheOrderGiven() {
        assertThat(TestSettings.of("ZOOM_SOURCES", "report, dashboard,report").zoomSources())
                .containsExactly(Source.REPORT, Source.DASHBOARD);
    }

    @Test
    void redactsNothingUnlessFieldsAreNamed() {
        assertThat(TestSettings.of().reportRedact()).isEmpty();
        assertThat(TestSettings.of("REPORT_REDACT", " ").reportRedact()).isEmpty();
        assertThat(TestSettings.of("REPORT_REDACT", "email, +note").reportRedact())
                .containsExactly("email", "+note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip address", "a.b", "ip_address;mac_addr", "$x", "[email]", "++x", ","})
    void refusesARedactionThatIsNoField(String redaction) {
        assertThatThrownBy(() -> TestSettings.of("REPORT_REDACT", redaction).reportRedact())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_REDACT is malformed. It accepts names of participant fields");
    }

    @Test
    void readsPatternsOfMeetings() {
        Settings settings = TestSettings.of("REPORT_INCLUDE", "host:*@law.example.edu, topic:*1:1*");

        assertThat(settings.reportInclude()).containsExactly("host:*@law.example.edu", "topic:*1:1*");
        assertThat(settings.reportExclude()).isEmpty();
        assertThat(TestSettings.of("REPORT_EXCLUDE", "id:1").reportExclude()).containsExactly("id:1");
    }

    @Test
    void attachesThePageUnlessOtherFormatsAreNamedOrNone() {
        assertThat(TestSettings.of().mailAttach()).containsExactly("html");
        assertThat(TestSettings.of("MAIL_ATTACH", "xlsx, html").mailAttach()).containsExactly("xlsx", "html");
        assertThat(TestSettings.of("MAIL_ATTACH", " ").mailAttach()).isEmpty();
        assertThatThrownBy(() -> TestSettings.of("MAIL_ATTACH", "xlsx;html").mailAttach())
                .hasMessageStartingWith("MAIL_ATTACH is malformed. ");
    }

    @Test
    void mailsToTheHostAndToAddresses() {
        Settings settings = TestSettings.of(
                "MAIL_FROM", "rollcall@example.com", "MAIL_TO", "host, a@example.com,b@example.com,a@example.com");

        assertThat(settings.mailFrom()).isEqualTo("rollcall@example.com");
        assertThat(settings.mailTo()).containsExactly("host", "a@example.com", "b@example.com");
        assertThat(settings.mailsHost()).isTrue();
        assertThat(TestSettings.of("MAIL_TO", "a@example.com").mailsHost()).isFalse();
        assertThat(TestSettings.of().mailsHost()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hosts",
                "a@",
                "@b.test",
                "a b@c.test",
                "A <a@b.test>",
                "a@b@c.test",
                ",",
                "a@b.test;c@d.test"
            })
    void namesAMalformedAddressWithoutQuotingIt(String address) {
        assertThatThrownBy(() -> TestSettings.of("MAIL_FROM", address).mailFrom())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("MAIL_FROM is ")
                .hasMessageNotContaining("b.test");
        assertThatThrownBy(() -> TestSettings.of("MAIL_TO", address).mailTo())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("MAIL_TO is ")
                .hasMessageNotContaining("b.test");
    }

    @Test
    void mailsToNoMoreAddressesThanSesTakes() {
        String fifty = IntStream.range(0, 50).mapToObj(i -> i + "@example.com").collect(Collectors.joining(","));

        assertThat(TestSettings.of("MAIL_TO", fifty).mailTo()).hasSize(50);
        assertThatThrownBy(() -> TestSettings.of("MAIL_TO", fifty + ",host").mailTo())
                .hasMessageStartingWith("MAIL_TO is malformed. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"})
    void knowsWhereS3IsElsewhere(String variable) {
        assertThat(TestSettings.of().s3Endpoint()).isEmpty();
        assertThat(TestSettings.of(variable, "").s3Endpoint()).isEmpty();
        assertThat(TestSettings.of(variable, "http://localhost:9000").s3Endpoint())
                .contains(URI.create("http://localhost:9000"));
        assertThatThrownBy(() -> TestSettings.of(variable, "localhost:9000").s3Endpoint())
                .hasMessageStartingWith(variable + " is malformed. ");
    }

    static Stream<Arguments> all() {
        return SETTINGS.entrySet().stream().map(setting -> Arguments.of(setting.getKey(), setting.getValue()));
    }

    private static void optional(String variable, Function<Settings, Object> read, String value, String... malformed) {
        add(variable, read, Optional.empty(), value, malformed);
    }

    private static void add(
            String variable, Function<Settings, Object> read, Object absent, String value, String... malformed) {
        SETTINGS.put(variable, new Setting(read, absent, value, List.of(malformed)));
    }

    private record Setting(Function<Settings, Object> read, Object absent, String value, List<String> malformed) {
        @Override
        public String toString() {
            return value;
        }
    }
}

package org.rollcall.settings;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.rollcall.report.Source;

/** The settings of the environment, and the defaults of application.properties. */
@Singleton
class EnvironmentSettings implements Settings {
    private static final String QUEUE_URL = "the URL of an SQS queue";
    private static final String ADDRESS = "[^\\s@,;<>\"]+@[^\\s@,;<>\"]+";
    /** Amazon SES developer guide: service quotas, recipients per message. */
    private static final int MOST_RECIPIENTS = 50;

    private final Config config;

    EnvironmentSettings(Config config) {
        this.config = config;
    }

    @Override
    public URI zoomApiUrl() {
        return required("zoom.api-url").httpUrl();
    }

    @Override
    public URI zoomOauthUrl() {
        return required("zoom.oauth-url").httpUrl();
    }

    @Override
    public Duration zoomRetryDelay() {
        return required("zoom.retry-delay").duration("PT0.5S");
    }

    @Override
    public int zoomListsPerMinute() {
        return required("zoom.lists-per-minute").naturalNumber();
    }

    @Override
    public List<Source> zoomSources() {
        SettingText setting = required("zoom.sources");
        return setting.names("\\w+", "dashboard, report and past, separated by commas, each once").stream()
                .map(name -> Source.of(name)
                        .orElseThrow(() -> setting.malformed("dashboard, report and past, separated by commas")))
                .toList();
    }

    @Override
    public Optional<String> zoomSecretId() {
        return text("zoom.secret-id");
    }

    @Override
    public Optional<String> zoomAccountId() {
        return text("zoom.account-id");
    }

    @Override
    public Optional<String> zoomClientId() {
        return text("zoom.client-id");
    }

    @Override
    public Optional<String> zoomClientSecret() {
        return text("zoom.client-secret");
    }

    @Override
    public Optional<String> zoomWebhookSecretToken() {
        return text("zoom.webhook-secret-token");
    }

    @Override
    public Optional<URI> reportDestination() {
        return setting("report.destination").map(setting -> setting.uri("s3://bucket/prefix or file:/directory"));
    }

    @Override
    public List<String> reportFormats() {
        return required("report.formats").names("\\w+", "names of document formats, separated by commas");
    }

    @Override
    public Set<String> reportRedact() {
        return setting("report.redact")
                .map(setting -> (Set<String>) new LinkedHashSet<>(
                        setting.names("\\+?\\w+", "names of participant fields, separated by commas")))
                .orElse(Set.of());
    }

    @Override
    public Optional<String> reportQueueUrl() {
        return queueUrl("report.queue-url");
    }

    @Override
    public Optional<String> reportDeadLetterQueueUrl() {
        return queueUrl("report.dead-letter-queue-url");
    }

    @Override
    public Optional<String> reconcileQueueUrl() {
        return queueUrl("reconcile.queue-url");
    }

    @Override
    public Duration reportDelay() {
        return required("report.delay").duration("PT2M");
    }

    @Override
    public Duration queueRetryDelay() {
        return required("queue.retry-delay").duration("PT1M");
    }

    @Override
    public Duration webhookTolerance() {
        return required("webhook.tolerance").duration("PT2H");
    }

    @Override
    public ZoneId reportTimezone() {
        return required("report.timezone").zone();
    }

    @Override
    public List<String> reportInclude() {
        return patterns("report.include");
    }

    @Override
    public List<String> reportExclude() {
        return patterns("report.exclude");
    }

    @Override
    public Duration attendanceLateAfter() {
        return required("attendance.late-after").duration("PT5M");
    }

    @Override
    public Duration attendanceLeftEarlyBefore() {
        return required("attendance.left-early-before").duration("PT5M");
    }

    @Override
    public BigDecimal attendanceMinimumShare() {
        return required("attendance.minimum-share").share();
    }

    @Override
    public String attendanceExpected() {
        return required("attendance.expected").oneOf(List.of("auto", "roster", "registrants", "none"));
    }

    @Override
    public String mailFrom() {
        return required("mail.from").matching(ADDRESS, "an e-mail address");
    }

    @Override
    public List<String> mailTo() {
        SettingText setting = required("mail.to");
        String accepts = "host and e-mail addresses, separated by commas, " + MOST_RECIPIENTS + " at most";
        List<String> recipients = setting.names(MAIL_TO_HOST + "|" + ADDRESS, accepts);
        if (recipients.size() > MOST_RECIPIENTS) {
            throw setting.malformed(accepts);
        }
        return recipients;
    }

    @Override
    public boolean mailsHost() {
        return setting("mail.to")
                .filter(setting -> setting.patterns().contains(MAIL_TO_HOST))
                .isPresent();
    }

    @Override
    public List<String> mailAttach() {
        return setting("mail.attach")
                .map(setting -> setting.names("\\w+", "names of document formats, separated by commas"))
                .orElse(List.of());
    }

    @Override
    public Duration mailMaxAge() {
        return required("mail.max-age").days("P2D");
    }

    @Override
    public Optional<String> mailQueueUrl() {
        return queueUrl("mail.queue-url");
    }

    @Override
    public Optional<String> mailDeadLetterQueueUrl() {
        return queueUrl("mail.dead-letter-queue-url");
    }

    @Override
    public Optional<String> functionName() {
        return text("aws.lambda.function-name");
    }

    @Override
    public Optional<String> stackName() {
        return text("stack.name");
    }

    @Override
    public Optional<URI> s3Endpoint() {
        return setting("aws.endpoint-url-s3")
                .or(() -> setting("aws.endpoint-url"))
                .map(SettingText::httpUrl);
    }

    private List<String> patterns(String property) {
        return setting(property).map(SettingText::patterns).orElse(List.of());
    }

    private Optional<String> queueUrl(String property) {
        return setting(property).map(setting -> setting.matching("https?://[^\\s/]+/\\S+", QUEUE_URL));
    }

    private SettingText required(String property) {
        return setting(property).orElseThrow(() -> SettingText.missing(property));
    }

    private Optional<SettingText> setting(String property) {
        return text(property).map(text -> new SettingText(property, text));
    }

    private Optional<String> text(String property) {
        return config.getOptionalValue(property, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}

package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.InvalidSettingException;

/** The queues that settings name by their URLs. */
@Singleton
public class Queues {
    private final Optional<String> reports;
    private final Optional<String> deadLetters;
    private final Optional<String> reconciliations;

    /**
     * @param reports {@code REPORT_QUEUE_URL}
     * @param deadLetters {@code REPORT_DEAD_LETTER_QUEUE_URL}
     * @param reconciliations {@code RECONCILE_QUEUE_URL}
     */
    public Queues(
            @ConfigProperty(name = "report.queue-url") Optional<String> reports,
            @ConfigProperty(name = "report.dead-letter-queue-url") Optional<String> deadLetters,
            @ConfigProperty(name = "reconcile.queue-url") Optional<String> reconciliations) {
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.reconciliations = reconciliations;
    }

    /** Whether there is a queue with a message for each report to make. */
    public boolean hasReports() {
        return reports.isPresent();
    }

    /**
     * The queue with a message for each report to make.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String reports() {
        return url("REPORT_QUEUE_URL", reports);
    }

    /**
     * The queue with the reports that were given up.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String deadLetters() {
        return url("REPORT_DEAD_LETTER_QUEUE_URL", deadLetters);
    }

    /**
     * The queue with the days that are still to be reconciled, if there is one.
     *
     * @throws InvalidSettingException when it is malformed
     */
    public Optional<String> reconciliations() {
        return reconciliations.map(url -> url("RECONCILE_QUEUE_URL", Optional.of(url)));
    }

    private static String url(String name, Optional<String> setting) {
        String url = setting.map(String::strip).orElse("");
        if (!url.matches("https?://[^\\s/]+/\\S+")) {
            throw new InvalidSettingException(
                    name, (url.isEmpty() ? "is not set." : "is malformed.") + " It accepts the URL of an SQS queue.");
        }
        return url;
    }
}

package org.rollcall.lambda.sqs;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;

/** The queues that settings name by their URLs. */
@Singleton
public class Queues {
    private final Settings settings;

    public Queues(Settings settings) {
        this.settings = settings;
    }

    /** Returns whether there is a queue with a message for each report to make. */
    public boolean hasReports() {
        return settings.reportQueueUrl().isPresent();
    }

    /**
     * Returns the URL of the queue with a message for each report to make.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String reports() {
        return settings.reportQueueUrl().orElseThrow(() -> missing("REPORT_QUEUE_URL"));
    }

    /**
     * Returns the URL of the queue with the reports that were given up.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String deadLetters() {
        return settings.reportDeadLetterQueueUrl().orElseThrow(() -> missing("REPORT_DEAD_LETTER_QUEUE_URL"));
    }

    /**
     * Returns the URL of the queue with the days that are still to be reconciled, if there is one.
     *
     * @throws InvalidSettingException when it is malformed
     */
    public Optional<String> reconciliations() {
        return settings.reconcileQueueUrl();
    }

    /**
     * Returns the URL of the queue with an event for each report that was stored.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String mails() {
        return settings.mailQueueUrl().orElseThrow(() -> missing("MAIL_QUEUE_URL"));
    }

    /**
     * Returns the URL of the queue with the mails that were given up.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    public String mailDeadLetters() {
        return settings.mailDeadLetterQueueUrl().orElseThrow(() -> missing("MAIL_DEAD_LETTER_QUEUE_URL"));
    }

    private static InvalidSettingException missing(String variable) {
        return new InvalidSettingException(variable, "is not set. It accepts the URL of an SQS queue.");
    }
}

package org.rollcall.lambda.watch;

import java.util.Optional;
import org.rollcall.failure.FailureKind;
import org.rollcall.report.Source;

/** What is measured, by the names that the template's dashboard and alarms use. */
public enum Metric {
    REPORTS_STORED("ReportsStored", "Count"),
    ROWS("Rows", "Count"),
    ZOOM_CALLS("ZoomCalls", "Count"),
    /** Reports stored whose participants come from the dashboard. */
    DASHBOARD_REPORTS("DashboardReports", "Count"),
    /** Reports stored whose participants come from Zoom's reports. */
    REPORT_REPORTS("ReportReports", "Count"),
    /** Reports stored whose participants come from Zoom's past meetings. */
    PAST_REPORTS("PastReports", "Count"),
    /** Answers of Zoom's that said too many requests. */
    ZOOM_THROTTLES("ZoomThrottles", "Count"),
    /** Requests to Zoom that repeated a failed one. */
    ZOOM_RETRIES("ZoomRetries", "Count"),
    /** From when a meeting was queued to when its report was stored. */
    QUEUE_TO_REPORT_TIME("QueueToReportTime", "Seconds"),
    /** From when a meeting was queued to when its report is tried next, after it could not be made. */
    WAITING_TIME("WaitingTime", "Seconds"),
    /** Ended meetings that reconciliation found without a report. */
    MISSING_REPORTS("MissingReports", "Count"),
    /** Mails that Amazon SES accepted. */
    MAILS_SENT("MailsSent", "Count"),
    /** Events that look like Zoom's and are not signed with the webhook's token. */
    WEBHOOK_REFUSALS("WebhookRefusals", "Count"),
    /** Failures because Zoom does not accept the app's credentials. */
    CREDENTIALS_REFUSED("CredentialsRefused", "Count"),
    /** Failures because Secrets Manager did not give the secret. */
    SECRET_FAILURES("SecretFailures", "Count"),
    /** Failures because a setting, or what the secret holds, is missing or malformed. */
    SETTING_FAILURES("SettingFailures", "Count"),
    /** Failures because the destination could not be written, read or listed. */
    STORE_FAILURES("StoreFailures", "Count");

    final String metricName;
    final String unit;

    Metric(String metricName, String unit) {
        this.metricName = metricName;
        this.unit = unit;
    }

    /** Returns the metric that counts the reports of a source. */
    static Metric of(Source source) {
        return switch (source) {
            case DASHBOARD -> DASHBOARD_REPORTS;
            case REPORT -> REPORT_REPORTS;
            case PAST -> PAST_REPORTS;
        };
    }

    /** Returns the metric that counts failures of a kind, where an alarm watches them. */
    static Optional<Metric> of(FailureKind kind) {
        return switch (kind) {
            case CREDENTIALS_REFUSED -> Optional.of(CREDENTIALS_REFUSED);
            case SECRET_NOT_READ -> Optional.of(SECRET_FAILURES);
            case INVALID_SETTING -> Optional.of(SETTING_FAILURES);
            case NOT_STORED -> Optional.of(STORE_FAILURES);
            default -> Optional.empty();
        };
    }
}

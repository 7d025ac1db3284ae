package org.rollcall.lambda.watch;

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
    MAILS_SENT("MailsSent", "Count");

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
}

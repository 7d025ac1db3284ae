package org.rollcall.lambda;

/** What is measured, by the names that the template's dashboard and alarms use. */
public enum Metric {
    REPORTS_STORED("ReportsStored", "Count"),
    ROWS("Rows", "Count"),
    ZOOM_CALLS("ZoomCalls", "Count"),
    /** Answers of Zoom's that said too many requests. */
    ZOOM_THROTTLES("ZoomThrottles", "Count"),
    /** Requests to Zoom that repeated a failed one. */
    ZOOM_RETRIES("ZoomRetries", "Count"),
    /** From when a meeting was queued to when its report was stored. */
    QUEUE_TO_REPORT_TIME("QueueToReportTime", "Seconds"),
    /** From when a meeting was queued to when its report is tried next, after it could not be made. */
    WAITING_TIME("WaitingTime", "Seconds"),
    /** Ended meetings that reconciliation found without a report. */
    MISSING_REPORTS("MissingReports", "Count");

    final String metricName;
    final String unit;

    Metric(String metricName, String unit) {
        this.metricName = metricName;
        this.unit = unit;
    }
}

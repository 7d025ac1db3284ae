package org.rollcall.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.zoom.Zoom;
import org.rollcall.zoom.ZoomTraffic;

/** One report under way. What comes of it becomes one log line and its metrics. */
public final class ReportWatch {
    private static final Logger LOG = Logger.getLogger(ReportWatch.class);

    private final Zoom zoom;
    private final WriteMetrics metrics;
    private final InstantSource clock;
    private final ZoomTraffic before;
    private final Instant began;

    ReportWatch(Zoom zoom, WriteMetrics metrics, InstantSource clock) {
        this.zoom = zoom;
        this.metrics = metrics;
        this.clock = clock;
        this.before = zoom.traffic();
        this.began = clock.instant();
    }

    /**
     * The report is stored.
     *
     * @param queuedAt when it was asked for; {@code null} when nobody waited in a queue
     */
    public void stored(Report report, Instant queuedAt) {
        Map<Metric, Number> values = traffic();
        values.put(Metric.REPORTS_STORED, 1);
        values.put(Metric.ROWS, report.rows());
        if (queuedAt != null) {
            values.put(Metric.QUEUE_TO_REPORT_TIME, seconds(queuedAt));
        }
        metrics.write(values);
        finished("stored", report);
    }

    /** The report is in the answer. */
    public void answered(Report report) {
        metrics.write(traffic());
        finished("answered", report);
    }

    /**
     * The report is not stored.
     *
     * @param outcome a word for what becomes of it
     * @param message what happened, and to which meeting
     */
    public void notStored(Logger.Level level, String outcome, String message) {
        notStored(level, outcome, message, traffic());
    }

    /**
     * The report is tried again.
     *
     * @param outcome a word for what becomes of it
     * @param message what happened, and to which meeting
     * @param queuedAt when it was asked for; {@code null} when nobody knows
     * @param delay how long from now until it is tried
     */
    public void triedAgain(Logger.Level level, String outcome, String message, Instant queuedAt, Duration delay) {
        Map<Metric, Number> values = traffic();
        if (queuedAt != null) {
            values.put(Metric.WAITING_TIME, seconds(queuedAt) + delay.toSeconds());
        }
        notStored(level, outcome, message, values);
    }

    private void notStored(Logger.Level level, String outcome, String message, Map<Metric, Number> values) {
        if (!values.isEmpty()) {
            metrics.write(values);
        }
        try (LogFields fields = fields(outcome)) {
            LOG.log(level, message);
        }
    }

    private void finished(String outcome, Report report) {
        Meeting meeting = report.meeting();
        try (LogFields fields = fields(outcome)
                .with("meeting_id", meeting.id())
                .with("uuid", meeting.uuid())
                .with("rows", report.rows())) {
            LOG.infof(
                    "Meeting %s: %d rows, complete %b, %d calls to Zoom.",
                    meeting.id(),
                    report.rows(),
                    report.complete(),
                    zoom.traffic().since(before).calls());
        }
    }

    private LogFields fields(String outcome) {
        return new LogFields()
                .with("outcome", outcome)
                .with("calls", zoom.traffic().since(before).calls())
                .with("seconds", seconds(began));
    }

    private Map<Metric, Number> traffic() {
        ZoomTraffic traffic = zoom.traffic().since(before);
        Map<Metric, Number> values = new EnumMap<>(Metric.class);
        if (traffic.calls() > 0) {
            values.put(Metric.ZOOM_CALLS, traffic.calls());
            values.put(Metric.ZOOM_THROTTLES, traffic.throttles());
            values.put(Metric.ZOOM_RETRIES, traffic.retries());
        }
        return values;
    }

    private double seconds(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0;
    }
}

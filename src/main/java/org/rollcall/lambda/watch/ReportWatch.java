package org.rollcall.lambda.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.Report;
import org.rollcall.zoom.call.ZoomTraffic;
import org.rollcall.zoom.source.Zoom;

/** One report under way. What comes of it becomes one log line and its metrics. */
public final class ReportWatch implements MessageWatch {
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
        values.put(Metric.of(report.source()), 1);
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

    /** What was stored of the meeting is in the answer. */
    public void answeredAsStored(Meeting meeting) {
        writeUnlessEmpty(traffic());
        try (LogFields fields =
                fields("answered").with("meeting_id", meeting.id()).with("uuid", meeting.uuid())) {
            LOG.infof(
                    "%s %s: answered as it is stored, %d calls to Zoom.",
                    meeting.kind() == MeetingKind.WEBINAR ? "Webinar" : "Meeting",
                    meeting.id(),
                    zoom.traffic().since(before).calls());
        }
    }

    @Override
    public void settled(Logger.Level level, String outcome, String message) {
        log(level, outcome, message, traffic());
    }

    /**
     * Writes the metrics of a report whose failure the caller logs.
     *
     * @param fields of the line that it logs
     */
    public void failed(LogFields fields) {
        writeUnlessEmpty(traffic());
        addTo(fields, "failed");
    }

    @Override
    public void triedAgain(Logger.Level level, String outcome, String message, Instant queuedAt, Duration delay) {
        Map<Metric, Number> values = traffic();
        if (queuedAt != null) {
            values.put(Metric.WAITING_TIME, seconds(queuedAt) + delay.toSeconds());
        }
        log(level, outcome, message, values);
    }

    private void log(Logger.Level level, String outcome, String message, Map<Metric, Number> values) {
        writeUnlessEmpty(values);
        try (LogFields fields = fields(outcome)) {
            LOG.log(level, message);
        }
    }

    private void finished(String outcome, Report report) {
        Meeting meeting = report.meeting();
        try (LogFields fields = fields(outcome)
                .with("meeting_id", meeting.id())
                .with("uuid", meeting.uuid())
                .with("source", report.source().value())
                .with("rows", report.rows())) {
            LOG.infof(
                    "%s %s: %d rows from %s, complete %b, %d calls to Zoom.",
                    meeting.kind() == MeetingKind.WEBINAR ? "Webinar" : "Meeting",
                    meeting.id(),
                    report.rows(),
                    report.source().value(),
                    report.complete(),
                    zoom.traffic().since(before).calls());
        }
    }

    private void writeUnlessEmpty(Map<Metric, Number> values) {
        if (!values.isEmpty()) {
            metrics.write(values);
        }
    }

    private LogFields fields(String outcome) {
        return addTo(new LogFields(), outcome);
    }

    private LogFields addTo(LogFields fields, String outcome) {
        return fields.with("outcome", outcome)
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

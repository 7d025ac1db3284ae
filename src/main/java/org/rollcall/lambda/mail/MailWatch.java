package org.rollcall.lambda.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.MessageWatch;
import org.rollcall.lambda.watch.Metric;
import org.rollcall.lambda.watch.WriteMetrics;

/** One mail under way. What comes of it becomes one log line and its metrics. */
final class MailWatch implements MessageWatch {
    private static final Logger LOG = Logger.getLogger(MailWatch.class);

    private final WriteMetrics metrics;
    private final InstantSource clock;
    private final Instant began;

    MailWatch(WriteMetrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** Amazon SES accepted the mail. */
    void sent(String message) {
        metrics.write(Map.of(Metric.MAILS_SENT, 1));
        settled(Logger.Level.INFO, "sent", message);
    }

    @Override
    public void settled(Logger.Level level, String outcome, String message) {
        try (LogFields fields = new LogFields().with("outcome", outcome).with("seconds", seconds(began))) {
            LOG.log(level, message);
        }
    }

    @Override
    public void triedAgain(Logger.Level level, String outcome, String message, Instant queuedAt, Duration delay) {
        if (queuedAt != null) {
            metrics.write(Map.of(Metric.WAITING_TIME, seconds(queuedAt) + delay.toSeconds()));
        }
        settled(level, outcome, message);
    }

    private double seconds(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0;
    }
}

package org.rollcall.lambda.watch;

import jakarta.inject.Singleton;
import org.rollcall.failure.RollcallException;

/**
 * Counts failures where they end: as a function error, as an answer, or as what becomes of a message. Only the kinds
 * that an alarm watches are counted, so that the metrics cost nothing while all is well.
 */
@Singleton
public class CountFailures {
    private final WriteMetrics metrics;

    CountFailures(WriteMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Counts a failure.
     *
     * @return the failure itself if it is one of ours, and one that quotes nothing of it if it is not
     */
    public RollcallException count(Exception failure) {
        RollcallException known = SanitisedMessage.known(failure);
        Metric.of(known.kind()).ifPresent(metrics::count);
        return known;
    }
}

package org.rollcall.lambda.watch;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.rollcall.zoom.source.Zoom;

/** Watches how reports are made. */
@Singleton
public class WatchReports {
    private final Zoom zoom;
    private final WriteMetrics metrics;
    private final InstantSource clock;

    WatchReports(Zoom zoom, WriteMetrics metrics, InstantSource clock) {
        this.zoom = zoom;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Begins to watch one report. Lambda gives a function one event at a time, so that all calls are this report's. */
    public ReportWatch begin() {
        return new ReportWatch(zoom, metrics, clock);
    }
}

package org.rollcall.zoom.call;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what goes to Zoom, whichever thread sends it. */
public final class TrafficCounters {
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger throttles = new AtomicInteger();
    final AtomicInteger retries = new AtomicInteger();

    public ZoomTraffic now() {
        return new ZoomTraffic(calls.get(), throttles.get(), retries.get());
    }
}

package org.rollcall.zoom.call;

import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.rollcall.zoom.error.DailyLimitReachedException;
import org.rollcall.zoom.error.PassingFailureException;
import org.rollcall.zoom.error.RateLimitedException;

/** Requests to Zoom, each counted, and sent again when a failure passes. */
final class RetriedRequests {
    private static final int RETRIES = 4;

    private final Guard guard;
    private final TrafficCounters traffic;
    private final AtomicInteger count = new AtomicInteger();

    /** @param delay before the first is sent again */
    RetriedRequests(Duration delay, Deadline deadline, TrafficCounters traffic) {
        this.traffic = traffic;
        this.guard = Guard.create()
                .withRetry()
                .maxRetries(RETRIES)
                // As long as the deadline allows: the default is three minutes, and Zoom can ask for more.
                .maxDuration(0, ChronoUnit.MILLIS)
                .retryOn(PassingFailureException.class)
                .withCustomBackoff()
                .strategy(() -> new Backoff(delay, deadline, ThreadLocalRandom.current()))
                .done()
                .done()
                .build();
    }

    /** How many were sent so far. */
    int count() {
        return count.get();
    }

    /**
     * What Zoom answers.
     *
     * @throws RuntimeException the last failure
     */
    @SuppressWarnings("unchecked")
    <T> T send(Supplier<T> request) {
        AtomicInteger attempts = new AtomicInteger();
        return (T) guard.get(
                () -> {
                    count.incrementAndGet();
                    traffic.calls.incrementAndGet();
                    if (attempts.getAndIncrement() > 0) {
                        traffic.retries.incrementAndGet();
                    }
                    try {
                        return request.get();
                    } catch (RateLimitedException | DailyLimitReachedException e) {
                        traffic.throttles.incrementAndGet();
                        throw e;
                    }
                },
                Object.class);
    }
}

package org.rollcall.zoom.call;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.rollcall.zoom.error.PassingFailureException;

/**
 * How long to wait before trying again: as long as Zoom asks, else exponentially growing with full jitter (AWS
 * Architecture Blog: Exponential Backoff And Jitter). Where the deadline does not allow that, the failure stands.
 */
final class Backoff implements CustomBackoffStrategy {
    static final Duration CAP = Duration.ofSeconds(30);

    private final Duration base;
    private final Deadline deadline;
    private final RandomGenerator random;
    private int retries;

    Backoff(Duration base, Deadline deadline, RandomGenerator random) {
        this.base = base;
        this.deadline = deadline;
        this.random = random;
    }

    /**
     * @param failure a {@link PassingFailureException}
     * @throws PassingFailureException the failure itself, when the deadline does not allow the wait
     */
    @Override
    public long nextDelayInMillis(Throwable failure) {
        PassingFailureException passing = (PassingFailureException) failure;
        Duration delay = passing.retryAfter() != null
                ? passing.retryAfter()
                : Duration.ofMillis(random.nextLong(ceiling().toMillis() + 1));
        retries++;
        if (!deadline.allows(delay)) {
            throw passing;
        }
        return delay.toMillis();
    }

    private Duration ceiling() {
        Duration grown = base.multipliedBy(1L << Math.min(retries, 16));
        return grown.compareTo(CAP) < 0 ? grown : CAP;
    }
}

package org.rollcall.lambda.batch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.rollcall.settings.Settings;

/** How long a message rests before it comes back: longer each time, and never shorter than is asked for. */
@Singleton
class QueueDelays {
    /** SQS holds a message back for 12 hours since it was received; a function can take 15 minutes of these. */
    static final Duration LONGEST = Duration.ofHours(12).minusMinutes(15);

    private static final Duration CAP = Duration.ofHours(2);
    private static final Duration MOST_JITTER = Duration.ofMinutes(5);

    private final Settings settings;

    QueueDelays(Settings settings) {
        this.settings = settings;
    }

    /**
     * The delay, with up to a fifth more so that what failed together does not come back together.
     *
     * @param receiveCount how often the message was received so far
     * @param retryAfter how long the failure asks to wait; {@code null} when it does not say
     */
    Duration after(int receiveCount, Duration retryAfter) {
        if (retryAfter == null) {
            return capped(jittered(grown(receiveCount)));
        }
        Duration grown = receiveCount == 1 ? Duration.ZERO : grown(receiveCount - 1);
        return capped(jittered(retryAfter.compareTo(grown) > 0 ? retryAfter : grown));
    }

    private Duration grown(int times) {
        Duration delay = settings.queueRetryDelay().multipliedBy(1L << Math.min(times - 1, 16));
        return delay.compareTo(CAP) < 0 ? delay : CAP;
    }

    private static Duration jittered(Duration delay) {
        long most = Math.min(delay.toMillis() / 5, MOST_JITTER.toMillis());
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    /** The longest that SQS takes, for what is longer. */
    static Duration capped(Duration delay) {
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}

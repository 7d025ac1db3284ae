package org.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.rollcall.zoom.call.Deadline;

/** How long a report may take. */
@Singleton
public class Deadlines {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** This part of the time is kept back to end, store and answer with what was read: a large report takes longer. */
    private static final int SHARE = 20;
    /** At the least. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final InstantSource clock;

    Deadlines(InstantSource clock) {
        this.clock = clock;
    }

    /** What Lambda leaves, less what an answer takes; local runners that leave nothing known get Lambda's longest. */
    public Deadline of(Context context) {
        Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
        boolean known = !remaining.isNegative() && !remaining.isZero() && remaining.compareTo(LONGEST) <= 0;
        return Deadline.in(known ? remaining.minus(margin(remaining)) : LONGEST, clock);
    }

    private static Duration margin(Duration remaining) {
        Duration share = remaining.dividedBy(SHARE);
        return share.compareTo(MARGIN) > 0 ? share : MARGIN;
    }

    /** The same, but no longer than the given time. */
    public Deadline of(Context context, Duration atMost) {
        Deadline deadline = of(context);
        return deadline.remaining().compareTo(atMost) < 0 ? deadline : Deadline.in(atMost, clock);
    }
}

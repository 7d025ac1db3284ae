package org.rollcall.zoom.call;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.error.OutOfTimeException;

/**
 * Keeps the calls that Zoom labels Resource-intensive inside their limit: in any minute no more than so many (Zoom
 * reference: Rate limits; 20 for Business and above).
 */
@Singleton
public class ListPace {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> turns = new ArrayDeque<>();
    private final Settings settings;
    private final InstantSource clock;

    ListPace(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Waits for the turn of the next call.
     *
     * @throws OutOfTimeException when that would outlast the deadline
     */
    public void await(Deadline deadline) {
        Duration wait = next();
        if (wait.compareTo(deadline.remaining()) >= 0) {
            throw outOfTime();
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outOfTime();
        }
    }

    /** How long it is until the turn of the next call, which is thereby taken. */
    synchronized Duration next() {
        Instant now = clock.instant();
        Instant turn = now;
        if (turns.size() >= settings.zoomListsPerMinute()) {
            Instant free = turns.removeFirst().plus(WINDOW);
            turn = free.isAfter(now) ? free : now;
        }
        turns.addLast(turn);
        return Duration.between(now, turn);
    }

    private static OutOfTimeException outOfTime() {
        return new OutOfTimeException("The function's time ended while Zoom's rate limit for lists was waited for."
                + " Ask for fewer days, or give the function a longer timeout.");
    }
}

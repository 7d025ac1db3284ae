package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.InvalidSettingException;

/**
 * Keeps the calls that Zoom labels Resource-intensive inside their limit: in any minute no more than so many (Zoom
 * reference: Rate limits; 20 for Business and above).
 */
@Singleton
class ListPace {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> turns = new ArrayDeque<>();
    private final int perMinute;
    private final InstantSource clock;

    /**
     * @param perMinute {@code ZOOM_LISTS_PER_MINUTE}
     * @throws InvalidSettingException when it is no number, or less than one
     */
    ListPace(@ConfigProperty(name = "zoom.lists-per-minute") String perMinute, InstantSource clock) {
        this.perMinute = parse(perMinute.strip());
        this.clock = clock;
    }

    private static int parse(String perMinute) {
        try {
            int number = Integer.parseInt(perMinute);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as of a number that is too small.
        }
        throw new InvalidSettingException("ZOOM_LISTS_PER_MINUTE", "is malformed. It accepts a number from 1.");
    }

    /**
     * Waits for the turn of the next call.
     *
     * @throws OutOfTimeException when that would outlast the deadline
     */
    void await(Deadline deadline) {
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
        if (turns.size() == perMinute) {
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

package org.rollcall.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How many people were there at once.
 *
 * @param from when the meeting began
 * @param to when it ended
 * @param peak the most at once
 * @param peakAt when there were as many for the first time; {@code null} if there was nobody
 * @param average how many were there on average between {@code from} and {@code to}
 * @param course the most at once in each of {@link #SLOTS} equal parts of the meeting; empty if it has no length
 */
public record Concurrency(Instant from, Instant to, int peak, Instant peakAt, double average, List<Integer> course) {
    /** How many parts the course has. */
    public static final int SLOTS = 240;

    /** Nobody, ever. */
    public static final Concurrency NONE = new Concurrency(null, null, 0, null, 0, List.of());

    /**
     * Counts people in the course of a meeting from one time to another, in milliseconds since the epoch.
     *
     * @param starts when somebody came; sorted by this
     * @param ends when they left, at the same place; sorted by this
     */
    static Concurrency of(long[] starts, long[] ends, long from, long to) {
        return new Sweep(from, to).over(starts, ends);
    }

    private static final class Sweep {
        private final long from;
        private final long to;
        private final int[] course;
        private int peak;
        private long peakAt;

        Sweep(long from, long to) {
            this.from = from;
            this.to = to;
            this.course = new int[to > from ? SLOTS : 0];
        }

        Concurrency over(long[] starts, long[] ends) {
            long together = 0;
            for (int stay = 0; stay < starts.length; stay++) {
                together += Math.max(0, Math.min(to, ends[stay]) - Math.max(from, starts[stay]));
            }
            Arrays.sort(starts);
            Arrays.sort(ends);
            run(starts, ends);
            return new Concurrency(
                    Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(to),
                    peak,
                    peak == 0 ? null : Instant.ofEpochMilli(peakAt),
                    to > from ? (double) together / (to - from) : 0,
                    Arrays.stream(course).boxed().toList());
        }

        // Who leaves at the moment another comes was not there with them.
        private void run(long[] starts, long[] ends) {
            int started = 0;
            int ended = 0;
            while (ended < ends.length) {
                boolean starting = started < starts.length && starts[started] < ends[ended];
                long time = starting ? starts[started] : ends[ended];
                if (starting) {
                    started++;
                } else {
                    ended++;
                }
                long next = Math.min(
                        started < starts.length ? starts[started] : Long.MAX_VALUE,
                        ended < ends.length ? ends[ended] : Long.MAX_VALUE);
                if (next > time) {
                    count(started - ended, time, next);
                }
            }
        }

        private void count(int people, long time, long next) {
            if (people > peak) {
                peak = people;
                peakAt = time;
            }
            if (people > 0 && course.length > 0 && time < to && next > from) {
                int first = slot(Math.max(time, from));
                int last = slot(Math.min(next, to) - 1);
                for (int slot = first; slot <= last; slot++) {
                    course[slot] = Math.max(course[slot], people);
                }
            }
        }

        private int slot(long time) {
            return (int) ((double) (time - from) * SLOTS / (to - from));
        }
    }
}

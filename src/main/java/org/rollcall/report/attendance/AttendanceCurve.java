package org.rollcall.report.attendance;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How many people were there at once.
 *
 * @param from when the meeting began
 * @param to when it ended
 * @param peak the most at once
 * @param peakAt when there were as many for the first time; {@code null} if there was nobody
 * @param average how many were there on average between {@code from} and {@code to}
 * @param slots the most at once in each of {@link #SLOTS} equal parts of the meeting; empty if it has no length
 */
public record AttendanceCurve(Instant from, Instant to, int peak, Instant peakAt, double average, List<Integer> slots) {
    /** How many parts there are. */
    public static final int SLOTS = 240;

    /** Nobody, ever. */
    public static final AttendanceCurve NONE = new AttendanceCurve(null, null, 0, null, 0, List.of());

    /**
     * Counts the people of a meeting.
     *
     * @param people when each of them was there
     * @param start when the meeting began; {@code null} if unknown
     * @param end when it ended; {@code null} if unknown
     */
    static AttendanceCurve of(List<Intervals> people, Instant start, Instant end) {
        int stays = people.stream().mapToInt(Intervals::count).sum();
        long[] starts = new long[stays];
        long[] ends = new long[stays];
        boolean meets = false;
        int stay = 0;
        for (Intervals present : people) {
            for (int i = 0; i < present.count(); i++) {
                starts[stay] = present.start(i);
                ends[stay++] = present.end(i);
                meets |= start != null
                        && end != null
                        && present.start(i) < end.toEpochMilli()
                        && present.end(i) > start.toEpochMilli();
            }
        }
        // A meeting at another time than everybody in it: then their own times tell better.
        LongStream first = meets ? LongStream.empty() : Arrays.stream(starts);
        LongStream last = meets ? LongStream.empty() : Arrays.stream(ends);
        OptionalLong from = first.min();
        OptionalLong to = last.max();
        if (from.isEmpty() && (start == null || end == null)) {
            return NONE;
        }
        return new Sweep(from.orElseGet(() -> start.toEpochMilli()), to.orElseGet(() -> end.toEpochMilli()))
                .over(starts, ends);
    }

    private static final class Sweep {
        private final long from;
        private final long to;
        private final int[] slots;
        private int peak;
        private long peakAt;

        Sweep(long from, long to) {
            this.from = from;
            this.to = to;
            this.slots = new int[to > from ? SLOTS : 0];
        }

        AttendanceCurve over(long[] starts, long[] ends) {
            long together = 0;
            for (int stay = 0; stay < starts.length; stay++) {
                together += Math.max(0, Math.min(to, ends[stay]) - Math.max(from, starts[stay]));
            }
            Arrays.sort(starts);
            Arrays.sort(ends);
            run(starts, ends);
            return new AttendanceCurve(
                    Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(to),
                    peak,
                    peak == 0 ? null : Instant.ofEpochMilli(peakAt),
                    to > from ? (double) together / (to - from) : 0,
                    Arrays.stream(slots).boxed().toList());
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
            if (people > 0 && slots.length > 0 && time < to && next > from) {
                int first = slot(Math.max(time, from));
                int last = slot(Math.min(next, to) - 1);
                for (int slot = first; slot <= last; slot++) {
                    slots[slot] = Math.max(slots[slot], people);
                }
            }
        }

        private int slot(long time) {
            return (int) ((double) (time - from) * SLOTS / (to - from));
        }
    }
}

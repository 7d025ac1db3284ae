package org.rollcall.report.attendance;

import java.util.Arrays;

/**
 * A union of time intervals, in milliseconds since the epoch: sorted, apart from each other, and the same in whatever
 * order and pieces they were added.
 */
public final class Intervals {
    private static final long[] NONE = {};

    /** Starts at even places, each with its end behind it. */
    private long[] bounds = NONE;

    private int used;

    /** Adds the interval between two times; one that is empty or runs backwards adds nothing. */
    public void add(long start, long end) {
        if (start >= end) {
            return;
        }
        int from = firstEndingAtOrAfter(start);
        int to = from;
        long low = start;
        long high = end;
        while (to < used && bounds[to] <= high) {
            low = Math.min(low, bounds[to]);
            high = Math.max(high, bounds[to + 1]);
            to += 2;
        }
        replace(from, to, low, high);
    }

    /** Adds all intervals of another union. */
    public void addAll(Intervals others) {
        for (int i = 0; i < others.used; i += 2) {
            add(others.bounds[i], others.bounds[i + 1]);
        }
    }

    /** How many intervals there are. */
    public int count() {
        return used / 2;
    }

    /** When the interval of that number starts. */
    public long start(int number) {
        return bounds[2 * number];
    }

    /** When the interval of that number ends. */
    public long end(int number) {
        return bounds[2 * number + 1];
    }

    /** How long all of them are together. */
    public long length() {
        long length = 0;
        for (int i = 0; i < used; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        return length;
    }

    /** The same lengths one behind another from time 0, so that they no longer tell when. */
    public Intervals withoutTimes() {
        Intervals others = new Intervals();
        long start = 0;
        for (int i = 0; i < count(); i++) {
            long end = start + end(i) - start(i);
            others.add(start, end);
            start = end + 1;
        }
        return others;
    }

    private int firstEndingAtOrAfter(long time) {
        int low = 0;
        int high = used / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    private void replace(int from, int to, long start, long end) {
        int after = used - to;
        int needed = from + 2 + after;
        if (needed > bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(needed, bounds.length * 2));
        }
        System.arraycopy(bounds, to, bounds, from + 2, after);
        bounds[from] = start;
        bounds[from + 1] = end;
        used = needed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Intervals that && Arrays.equals(bounds, 0, used, that.bounds, 0, that.used);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(bounds, used));
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(bounds, used));
    }
}

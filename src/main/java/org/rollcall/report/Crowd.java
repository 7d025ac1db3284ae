package org.rollcall.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All people of a meeting together. */
final class Crowd {
    private final Map<String, Integer> devices = new TreeMap<>();
    private final Map<String, Integer> locations = new TreeMap<>();
    private final Map<String, Integer> networks = new TreeMap<>();
    /** When somebody came, and at the same place in {@link #ends} when they left. */
    private long[] starts = new long[64];

    private long[] ends = new long[64];
    private int stays;
    private Instant firstJoin;
    private Instant lastLeave;

    void add(Sightings person) {
        count(person.devices(), devices);
        count(person.locations(), locations);
        count(person.networks(), networks);
        Instant join = person.firstJoin();
        firstJoin = firstJoin == null || join != null && join.isBefore(firstJoin) ? join : firstJoin;
        Instant leave = person.lastLeave();
        lastLeave = lastLeave == null || leave != null && leave.isAfter(lastLeave) ? leave : lastLeave;
        Intervals present = person.present();
        for (int i = 0; i < present.count(); i++) {
            if (stays == starts.length) {
                starts = Arrays.copyOf(starts, stays * 2);
                ends = Arrays.copyOf(ends, stays * 2);
            }
            starts[stays] = present.start(i);
            ends[stays++] = present.end(i);
        }
    }

    /** How many people used which kind of device. */
    Map<String, Integer> devices() {
        return devices;
    }

    /** How many people were where. */
    Map<String, Integer> locations() {
        return locations;
    }

    /** How many people used which kind of network. */
    Map<String, Integer> networks() {
        return networks;
    }

    /**
     * How many people were there at once.
     *
     * @param start when the meeting began; {@code null} if unknown
     * @param end when it ended; {@code null} if unknown
     */
    Concurrency concurrency(Instant start, Instant end) {
        // A meeting at another time than everybody in it is told of wrongly: then their own times tell better.
        boolean meets = start != null && end != null && meets(start.toEpochMilli(), end.toEpochMilli());
        Instant from = meets || firstJoin == null ? start : firstJoin;
        Instant to = meets || lastLeave == null ? end : lastLeave;
        if (from == null || to == null) {
            return Concurrency.NONE;
        }
        return Concurrency.of(
                Arrays.copyOf(starts, stays), Arrays.copyOf(ends, stays), from.toEpochMilli(), to.toEpochMilli());
    }

    private boolean meets(long start, long end) {
        for (int stay = 0; stay < stays; stay++) {
            if (Math.min(ends[stay], end) > Math.max(starts[stay], start)) {
                return true;
            }
        }
        return false;
    }

    private static void count(Set<String> values, Map<String, Integer> counts) {
        for (String value : values) {
            counts.merge(value, 1, Integer::sum);
        }
    }
}

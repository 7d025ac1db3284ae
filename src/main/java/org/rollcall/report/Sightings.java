package org.rollcall.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rows of one {@link Identity}, or of several that are one person, say together. Nothing in it depends on the
 * order of the rows, nor on how a stay is cut into rows.
 */
final class Sightings {
    /** A time that is absent or unreadable. */
    static final long UNKNOWN = Long.MIN_VALUE;
    /** An end that has not come, or is not told. */
    static final long OPEN = Long.MAX_VALUE;

    private static final long[] NONE = {};

    private final Intervals present = new Intervals();
    private long[] open = NONE;
    private long firstJoin = Long.MAX_VALUE;
    private long lastLeave = Long.MIN_VALUE;
    private boolean waited;
    private boolean admitted;
    private boolean stillThere;
    private int unknownTimes;
    private int backwardTimes;
    private String role;
    private Set<String> devices = Set.of();
    private Set<String> locations = Set.of();
    private Set<String> networks = Set.of();

    /** @param other {@code null} stands for none */
    void addRole(String other) {
        role = stronger(role, other);
    }

    /** Adds a time in the waiting room, which counts for nothing else. */
    void addWaiting() {
        waited = true;
    }

    /** Adds how somebody was there; {@code null} stands for what is not told. */
    void addPlace(String device, String location, String network) {
        admitted = true;
        devices = with(devices, device);
        locations = with(locations, location);
        networks = with(networks, network);
    }

    /**
     * @param join in milliseconds since the epoch, or {@link #UNKNOWN}
     * @param leave likewise, or {@link #OPEN}
     */
    void addStay(long join, long leave) {
        if (join != UNKNOWN) {
            firstJoin = Math.min(firstJoin, join);
        }
        if (leave != UNKNOWN && leave != OPEN) {
            lastLeave = Math.max(lastLeave, leave);
        }
        if (join == UNKNOWN || leave == UNKNOWN) {
            unknownTimes++;
        } else if (leave == OPEN) {
            open = Arrays.copyOf(open, open.length + 1);
            open[open.length - 1] = join;
        } else if (leave < join) {
            backwardTimes++;
        } else {
            present.add(join, leave);
        }
    }

    void addAll(Sightings other) {
        present.addAll(other.present);
        firstJoin = Math.min(firstJoin, other.firstJoin);
        lastLeave = Math.max(lastLeave, other.lastLeave);
        waited |= other.waited;
        admitted |= other.admitted;
        stillThere |= other.stillThere;
        unknownTimes += other.unknownTimes;
        backwardTimes += other.backwardTimes;
        role = stronger(role, other.role);
        devices = union(devices, other.devices);
        locations = union(locations, other.locations);
        networks = union(networks, other.networks);
    }

    /**
     * Ends the stays that have no end of their own.
     *
     * @param end when they end; {@code null} if nothing tells
     * @param live whether the meeting goes on
     */
    void endOpenStays(Instant end, boolean live) {
        for (long join : open) {
            if (end == null) {
                unknownTimes++;
            } else if (end.toEpochMilli() < join) {
                backwardTimes++;
            } else {
                present.add(join, end.toEpochMilli());
                lastLeave = Math.max(lastLeave, end.toEpochMilli());
                stillThere |= live;
            }
        }
        open = NONE;
    }

    Intervals present() {
        return present;
    }

    /** {@code null} if no row tells. */
    Instant firstJoin() {
        return firstJoin == Long.MAX_VALUE ? null : Instant.ofEpochMilli(firstJoin);
    }

    /** {@code null} if no row tells. */
    Instant lastLeave() {
        return lastLeave == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastLeave);
    }

    boolean onlyWaited() {
        return waited && !admitted;
    }

    boolean stillThere() {
        return stillThere;
    }

    int unknownTimes() {
        return unknownTimes;
    }

    int backwardTimes() {
        return backwardTimes;
    }

    String role() {
        return role;
    }

    Set<String> devices() {
        return devices;
    }

    Set<String> locations() {
        return locations;
    }

    Set<String> networks() {
        return networks;
    }

    private static String stronger(String one, String other) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        return Roles.ORDER.compare(other, one) < 0 ? other : one;
    }

    private static Set<String> with(Set<String> values, String value) {
        return value == null || values.contains(value) ? values : union(values, Set.of(value));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        if (some.containsAll(others)) {
            return some;
        }
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}

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

    void add(Row row, Vocabulary vocabulary) {
        role = stronger(role, vocabulary.word(Identity.trimmed(row.text(Field.ROLE))));
        String status = Identity.trimmed(row.text(Field.STATUS));
        if ("in_waiting_room".equalsIgnoreCase(status)) {
            waited = true;
            return;
        }
        admitted = true;
        devices = with(devices, row.text(Field.DEVICE), vocabulary);
        locations = with(locations, row.text(Field.LOCATION), vocabulary);
        networks = with(networks, row.text(Field.NETWORK_TYPE), vocabulary);
        addStay(row.text(Field.JOIN_TIME), Identity.trimmed(row.text(Field.LEAVE_TIME)));
    }

    private void addStay(String joinTime, String leaveTime) {
        Instant join = Times.parse(joinTime);
        Instant leave = Times.parse(leaveTime);
        if (join != null) {
            firstJoin = Math.min(firstJoin, join.toEpochMilli());
        }
        if (leave != null) {
            lastLeave = Math.max(lastLeave, leave.toEpochMilli());
        }
        if (join == null || leave == null && leaveTime != null) {
            unknownTimes++;
        } else if (leave == null) {
            open = Arrays.copyOf(open, open.length + 1);
            open[open.length - 1] = join.toEpochMilli();
        } else if (leave.isBefore(join)) {
            backwardTimes++;
        } else {
            present.add(join.toEpochMilli(), leave.toEpochMilli());
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

    private static Set<String> with(Set<String> values, String text, Vocabulary vocabulary) {
        String value = Identity.trimmed(text);
        return value == null || values.contains(value) ? values : union(values, vocabulary.alone(value));
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

package org.rollcall.lambda.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a mail says of attendance: how many came, and who stands out. */
final class AttendanceSummary {
    /** How many people of a group are named. */
    static final int NAMED = 5;

    private final Map<Group, List<String>> names = new EnumMap<>(Group.class);
    private final Map<Group, Integer> counts = new EnumMap<>(Group.class);
    private Integer came;
    private boolean hasStatuses;
    private boolean knowsExpected;
    private String timezone;
    private boolean timezoneKnown;

    /** People of whom a mail says the same. Someone can be in two. */
    enum Group {
        LATE,
        LEFT_EARLY,
        SHORT,
        ABSENT,
        EXCUSED,
        WAITING_ROOM_ONLY
    }

    /**
     * Adds a person.
     *
     * @param name {@code null} where it is not known
     * @param status as documents spell it; {@code null} in those of earlier versions
     */
    void add(String name, String status) {
        hasStatuses |= status != null;
        for (Group group : groups(status)) {
            counts.merge(group, 1, Integer::sum);
            List<String> named = names.computeIfAbsent(group, none -> new ArrayList<>());
            if (name != null && !name.isBlank() && named.size() < NAMED) {
                named.add(name);
            }
        }
    }

    private static Set<Group> groups(String status) {
        return switch (status == null ? "" : status) {
            case "late" -> EnumSet.of(Group.LATE);
            case "left_early" -> EnumSet.of(Group.LEFT_EARLY);
            case "late_and_left_early" -> EnumSet.of(Group.LATE, Group.LEFT_EARLY);
            case "short" -> EnumSet.of(Group.SHORT);
            case "absent" -> EnumSet.of(Group.ABSENT);
            case "excused" -> EnumSet.of(Group.EXCUSED);
            case "waiting_room_only" -> EnumSet.of(Group.WAITING_ROOM_ONLY);
            default -> EnumSet.noneOf(Group.class);
        };
    }

    /** @param people how many people were there; {@code null} where it is not known */
    void came(Integer people) {
        this.came = people;
    }

    /** @param absent whether anybody said who was expected */
    void statuses(boolean absent) {
        this.hasStatuses = true;
        this.knowsExpected = absent;
    }

    /**
     * Sets the zone of local times.
     *
     * @param name an IANA name
     * @param known whether it is the meeting's own
     */
    void timezone(String name, boolean known) {
        this.timezone = name;
        this.timezoneKnown = known;
    }

    /** Returns how many people were there; {@code null} where it is not known. */
    Integer came() {
        return came;
    }

    /** Returns whether the document says who was late, left early or was absent. */
    boolean hasStatuses() {
        return hasStatuses;
    }

    /** Returns whether it is known who was expected. */
    boolean knowsExpected() {
        return knowsExpected || count(Group.ABSENT) + count(Group.EXCUSED) > 0;
    }

    int count(Group group) {
        return counts.getOrDefault(group, 0);
    }

    /** Returns the names of some of a group, in the document's order. */
    List<String> names(Group group) {
        return names.getOrDefault(group, List.of());
    }

    /** Returns the zone of local times; {@code null} where the document does not say. */
    String timezone() {
        return timezone;
    }

    /** Returns whether that zone is the meeting's own. */
    boolean timezoneKnown() {
        return timezoneKnown;
    }
}

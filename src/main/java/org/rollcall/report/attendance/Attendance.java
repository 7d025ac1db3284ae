package org.rollcall.report.attendance;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who was there, from when to when, and who should have been.
 *
 * @param people one entry a person, by role, then by name; last those who were expected and did not come
 * @param totals what is said of them together
 * @param curve how many of all people were there at once
 * @param devices how many people used which kind of device
 * @param locations how many people were where
 * @param networks how many people used which kind of network
 * @param context what it was counted against
 * @param filter who is among the people
 * @param leftOut how many people the filter left out
 */
public record Attendance(
        List<Person> people,
        Totals totals,
        AttendanceCurve curve,
        Map<String, Integer> devices,
        Map<String, Integer> locations,
        Map<String, Integer> networks,
        AttendanceContext context,
        AttendanceFilter filter,
        int leftOut) {

    /** Of an empty meeting. */
    public static final Attendance NONE = new Attendance(
            List.of(),
            Totals.of(List.of()),
            AttendanceCurve.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            AttendanceContext.UNKNOWN,
            AttendanceFilter.NONE,
            0);

    public Attendance {
        people = PersonOrder.sorted(people);
        devices = Map.copyOf(devices);
        locations = Map.copyOf(locations);
        networks = Map.copyOf(networks);
    }

    /** The same with those people alone that pass a filter. What is said of all people at once stays. */
    public Attendance filtered(AttendanceFilter filter) {
        List<Person> passing = people.stream().filter(filter::passes).toList();
        return new Attendance(
                passing,
                Totals.of(passing),
                curve,
                devices,
                locations,
                networks,
                context,
                filter,
                leftOut + people.size() - passing.size());
    }

    /**
     * What is said of people together.
     *
     * @param people how many of them were in the meeting
     * @param onlyWaited how many of them were never let in from the waiting room
     * @param unknownTimes how many of their rows have a time that is unknown or of another day
     * @param backwardTimes how many of their rows end before they begin
     * @param statuses how many of them have each status
     */
    public record Totals(
            int people, int onlyWaited, int unknownTimes, int backwardTimes, Map<AttendanceStatus, Integer> statuses) {

        public Totals {
            statuses = Map.copyOf(statuses);
        }

        static Totals of(Collection<Person> people) {
            int attending = 0;
            int unknownTimes = 0;
            int backwardTimes = 0;
            Map<AttendanceStatus, Integer> statuses = new EnumMap<>(AttendanceStatus.class);
            for (Person person : people) {
                attending += person.isAttending() ? 1 : 0;
                unknownTimes += person.presence().unknownTimes();
                backwardTimes += person.presence().backwardTimes();
                if (person.status() != null) {
                    statuses.merge(person.status(), 1, Integer::sum);
                }
            }
            int onlyWaited = statuses.getOrDefault(AttendanceStatus.WAITING_ROOM_ONLY, 0);
            return new Totals(attending, onlyWaited, unknownTimes, backwardTimes, statuses);
        }

        /** How many have a status. */
        public int count(AttendanceStatus status) {
            return statuses.getOrDefault(status, 0);
        }

        /** The same without how many were never let in. */
        public Totals withoutWaiting() {
            EnumMap<AttendanceStatus, Integer> others = new EnumMap<>(AttendanceStatus.class);
            others.putAll(statuses);
            others.remove(AttendanceStatus.WAITING_ROOM_ONLY);
            return new Totals(people, 0, unknownTimes, backwardTimes, others);
        }
    }
}

package org.rollcall.report;

import java.util.List;
import java.util.Map;

/**
 * Who was there, from when to when.
 *
 * @param people one entry a person, by role, then by name; of a large meeting each is made out when asked for
 * @param concurrency how many of all people were there at once
 * @param devices how many people used which kind of device
 * @param locations how many people were where
 * @param networks how many people used which kind of network
 * @param filter who is among the people
 * @param leftOut how many people the filter left out
 */
public record Attendance(
        List<Person> people,
        Concurrency concurrency,
        Map<String, Integer> devices,
        Map<String, Integer> locations,
        Map<String, Integer> networks,
        AttendanceFilter filter,
        int leftOut) {

    /** Of an empty meeting. */
    public static final Attendance NONE =
            new Attendance(List.of(), Concurrency.NONE, Map.of(), Map.of(), Map.of(), AttendanceFilter.NONE, 0);

    public Attendance {
        people = new PeopleInOrder(people);
        devices = Map.copyOf(devices);
        locations = Map.copyOf(locations);
        networks = Map.copyOf(networks);
    }

    /** The same with those people alone that pass a filter. What is said of all people together stays. */
    public Attendance filtered(AttendanceFilter filter) {
        List<Person> passing = people.stream().filter(filter::passes).toList();
        return new Attendance(
                passing, concurrency, devices, locations, networks, filter, leftOut + people.size() - passing.size());
    }

    /** What is said of these people together. */
    public Totals totals() {
        int onlyWaited = 0;
        int unknownTimes = 0;
        int backwardTimes = 0;
        for (Person person : people) {
            onlyWaited += person.onlyWaited() ? 1 : 0;
            unknownTimes += person.unknownTimes();
            backwardTimes += person.backwardTimes();
        }
        return new Totals(onlyWaited, unknownTimes, backwardTimes);
    }

    /**
     * What is said of people together.
     *
     * @param onlyWaited how many of them were never let in from the waiting room
     * @param unknownTimes how many of their rows have a time that is absent or unreadable
     * @param backwardTimes how many of their rows end before they begin
     */
    public record Totals(int onlyWaited, int unknownTimes, int backwardTimes) {}
}

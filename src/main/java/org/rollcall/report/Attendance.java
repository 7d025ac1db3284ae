package org.rollcall.report;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who was there, from when to when.
 *
 * @param people one entry a person, by role, then by name
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
        people = people.stream()
                .map(Sortable::of)
                .sorted(Sortable.ORDER)
                .map(Sortable::person)
                .toList();
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

    /** How many of the people were never let in from the waiting room. */
    public int onlyWaited() {
        return (int) people.stream().filter(Person::onlyWaited).count();
    }

    /** How many of their rows have a time that is absent or unreadable. */
    public int unknownTimes() {
        return people.stream().mapToInt(Person::unknownTimes).sum();
    }

    /** How many of their rows end before they begin. */
    public int backwardTimes() {
        return people.stream().mapToInt(Person::backwardTimes).sum();
    }

    // By letter without its accents, so that Élodie is not behind Zoë.
    private record Sortable(Person person, String letters) {
        private static final Pattern MARKS = Pattern.compile("\\p{M}+");
        static final Comparator<Sortable> ORDER = Comparator.comparing(
                        (Sortable sortable) -> sortable.person.role(), Comparator.nullsLast(Roles.ORDER))
                .thenComparing(Sortable::isNumber)
                .thenComparing(Sortable::letters, nullsLast())
                .thenComparing(sortable -> sortable.person.name(), nullsLast())
                .thenComparing(sortable -> sortable.person.email(), nullsLast())
                .thenComparing(sortable -> sortable.person.firstJoin(), nullsLast())
                .thenComparing(sortable -> sortable.person.lastLeave(), nullsLast())
                .thenComparing(sortable -> sortable.person.present().toString())
                .thenComparing(sortable -> sortable.person.matchedBy(), nullsLast())
                .thenComparing(Sortable::flags);

        static Sortable of(Person person) {
            String name = Identity.caseFolded(person.name());
            return new Sortable(
                    person,
                    name == null || Identity.isAscii(name)
                            ? name
                            : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                                    .replaceAll(""));
        }

        // Who called by phone goes by their number, and comes behind those who have a name.
        private boolean isNumber() {
            return letters != null && !letters.isEmpty() && !Character.isLetter(letters.codePointAt(0));
        }

        private String flags() {
            return person.onlyWaited() + " " + person.stillThere() + " " + person.unknownTimes() + " "
                    + person.backwardTimes();
        }

        private static <T extends Comparable<? super T>> Comparator<T> nullsLast() {
            return Comparator.nullsLast(Comparator.naturalOrder());
        }
    }
}

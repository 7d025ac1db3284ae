package org.rollcall.report.attendance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;

/**
 * Finds who of the people of a meeting was expected: by e-mail address, by registrant ID, by alias, then by name.
 *
 * <p>An alias settles whose rows those of that name are: they become those of the person who is matched otherwise. A
 * match by name alone is said to be so where the roster has an e-mail address or a registrant ID that could have
 * confirmed it, or where several people have that name.
 */
final class MatchExpected {
    private final Roster roster;
    /** By number in the roster: who matches for certain. */
    private final Map<Integer, List<PersonRows>> matches = new TreeMap<>();
    /** Of them, those whom an alias matches. */
    private final Set<PersonRows> byAlias = new HashSet<>();
    /** Numbers in the roster of people who may have been there. */
    private final Set<Integer> doubtful = new HashSet<>();

    /** @param expected {@code null} if nobody said who is */
    MatchExpected(List<ExpectedPerson> expected) {
        this.roster = expected == null ? null : new Roster(expected);
    }

    /** Matches the people and returns them; fewer, where an alias makes one of several. */
    List<PersonRows> match(List<PersonRows> people) {
        if (roster == null) {
            return people;
        }
        List<PersonRows> others = new ArrayList<>();
        for (PersonRows person : people) {
            if (!matchForCertain(person)) {
                others.add(person);
            }
        }
        Set<Integer> taken = Set.copyOf(matches.keySet());
        Map<Integer, List<PersonRows>> byName = new HashMap<>();
        for (PersonRows person : others) {
            matchByName(person, taken, byName);
        }
        byName.forEach(this::settleByName);
        Set<PersonRows> joined = new HashSet<>();
        matches.forEach((number, matched) -> {
            matched.forEach(person -> person.match(roster.get(number)));
            joined.addAll(joinedByAlias(matched));
        });
        return people.stream().filter(person -> !joined.contains(person)).toList();
    }

    /** Those who were expected and have no row, each as a person. */
    List<Person> missing(long meetingLength) {
        List<Person> missing = new ArrayList<>();
        for (int number = 0; roster != null && number < roster.size(); number++) {
            if (!matches.containsKey(number)) {
                missing.add(missing(roster.get(number), doubtful.contains(number), meetingLength));
            }
        }
        return missing;
    }

    private static Person missing(ExpectedPerson expected, boolean doubtful, long meetingLength) {
        return new Person(
                expected.name(),
                expected.email(),
                null,
                null,
                null,
                null,
                Presence.none(meetingLength),
                expected.excused() ? AttendanceStatus.EXCUSED : AttendanceStatus.ABSENT,
                doubtful ? List.of(Remark.PERHAPS_PRESENT) : List.of(),
                new Identifiers(null, expected.registrantId(), null),
                PersonDetails.NONE,
                expected.columns());
    }

    private boolean matchForCertain(PersonRows person) {
        Set<String> names = names(person);
        Set<Integer> found = roster.byEmail(person.keys(identity -> Identity.emailKey(identity.email())));
        found = found.isEmpty() ? roster.byRegistrantId(person.keys(Identity::registrantId)) : found;
        boolean alias = found.isEmpty();
        found = alias ? roster.byAlias(names) : found;
        if (found.size() > 1) {
            Set<Integer> ofTheName = roster.byName(names);
            ofTheName.retainAll(found);
            found = ofTheName.size() == 1 ? ofTheName : found;
        }
        if (found.size() == 1) {
            matches.computeIfAbsent(found.iterator().next(), any -> new ArrayList<>())
                    .add(person);
            if (alias) {
                byAlias.add(person);
            }
        } else if (found.size() > 1) {
            person.remarks().add(Remark.SEVERAL_EXPECTED);
            doubtful.addAll(found);
        }
        return !found.isEmpty();
    }

    private void matchByName(PersonRows person, Set<Integer> taken, Map<Integer, List<PersonRows>> byName) {
        Set<Integer> found = roster.byName(names(person));
        Set<Integer> free = new TreeSet<>(found);
        free.removeAll(taken);
        if (free.size() == 1) {
            byName.computeIfAbsent(free.iterator().next(), any -> new ArrayList<>())
                    .add(person);
        } else if (free.size() > 1) {
            person.remarks().add(Remark.SEVERAL_EXPECTED);
            doubtful.addAll(free);
        } else {
            person.remarks().add(found.isEmpty() ? Remark.NOT_EXPECTED : Remark.NAME_OF_EXPECTED);
        }
    }

    private void settleByName(int number, List<PersonRows> people) {
        ExpectedPerson expected = roster.get(number);
        if (people.size() > 1 || expected.email() != null || expected.registrantId() != null) {
            people.forEach(person -> person.remarks().add(Remark.MATCHED_BY_NAME));
        }
        matches.put(number, people);
    }

    /** Gives the rows of those whom an alias matches to one of them, and returns the others. */
    private List<PersonRows> joinedByAlias(List<PersonRows> matched) {
        List<PersonRows> aliases = new ArrayList<>(matched);
        aliases.retainAll(byAlias);
        List<PersonRows> others = new ArrayList<>(matched);
        others.removeAll(byAlias);
        // Two devices of one name can be two people's.
        List<PersonRows> devices = aliases.stream()
                .filter(person -> sharesDeviceName(person, aliases))
                .toList();
        devices.forEach(person -> person.remarks().add(Remark.MATCHED_BY_NAME));
        aliases.removeAll(devices);
        aliases.forEach(
                person -> person.remarks().removeAll(Set.of(Remark.JOINED_BY_NAME, Remark.JOINED_BY_DEVICE_NAME)));
        if (aliases.isEmpty()) {
            return List.of();
        }
        PersonRows first = others.size() == 1 ? others.get(0) : aliases.remove(0);
        aliases.forEach(first::addAll);
        return aliases;
    }

    private static boolean sharesDeviceName(PersonRows person, List<PersonRows> aliases) {
        Set<String> devices =
                names(person).stream().filter(PersonName::isDevice).collect(Collectors.toSet());
        return !devices.isEmpty()
                && aliases.stream().anyMatch(other -> other != person && !Collections.disjoint(devices, names(other)));
    }

    private static Set<String> names(PersonRows person) {
        return person.keys(identity -> PersonName.key(identity.userName()));
    }
}

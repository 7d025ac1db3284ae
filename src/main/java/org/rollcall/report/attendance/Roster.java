package org.rollcall.report.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;

/** The expected people, each once, and by what they can be found. A person is known by a number from 0 on. */
final class Roster {
    private final List<ExpectedPerson> people;
    private final Map<String, Set<Integer>> byEmail = new HashMap<>();
    private final Map<String, Set<Integer>> byRegistrantId = new HashMap<>();
    private final Map<String, Set<Integer>> byAlias = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();

    Roster(List<ExpectedPerson> expected) {
        this.people = List.copyOf(withoutDuplicates(expected));
        for (int i = 0; i < people.size(); i++) {
            ExpectedPerson person = people.get(i);
            put(byEmail, email(person), i);
            put(byRegistrantId, person.registrantId(), i);
            put(byName, name(person), i);
            for (String alias : person.aliases()) {
                put(byAlias, PersonName.key(alias), i);
            }
        }
    }

    /** How many there are. */
    int size() {
        return people.size();
    }

    /** The person of a number. */
    ExpectedPerson get(int number) {
        return people.get(number);
    }

    /** Those who have one of some e-mail addresses. */
    Set<Integer> byEmail(Collection<String> emails) {
        return find(byEmail, emails);
    }

    /** Those who have one of some registrant IDs. */
    Set<Integer> byRegistrantId(Collection<String> ids) {
        return find(byRegistrantId, ids);
    }

    /** Those who have one of some names as an alias. */
    Set<Integer> byAlias(Collection<String> names) {
        return find(byAlias, names);
    }

    /** Those who have one of some names. */
    Set<Integer> byName(Collection<String> names) {
        return find(byName, names);
    }

    private static Set<Integer> find(Map<String, Set<Integer>> index, Collection<String> keys) {
        Set<Integer> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(index.getOrDefault(key, Set.of())));
        return found;
    }

    private static void put(Map<String, Set<Integer>> index, String key, int person) {
        if (key != null) {
            index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(person);
        }
    }

    private static String email(ExpectedPerson person) {
        return Identity.emailKey(person.email());
    }

    private static String name(ExpectedPerson person) {
        return PersonName.key(person.name());
    }

    // Two people of one name without an e-mail address are two where anything else that is said of them differs.
    private static Collection<ExpectedPerson> withoutDuplicates(List<ExpectedPerson> expected) {
        Map<List<Object>, ExpectedPerson> once = new LinkedHashMap<>();
        for (ExpectedPerson person : expected) {
            String email = email(person);
            String id = person.registrantId();
            List<Object> key = new ArrayList<>();
            key.add(Objects.requireNonNullElse(name(person), ""));
            key.add(Objects.requireNonNullElse(email, ""));
            key.add(Objects.requireNonNullElse(id, ""));
            key.add(email == null && id == null ? person.columns() : Map.of());
            once.merge(key, person, Roster::merged);
        }
        return once.values();
    }

    private static ExpectedPerson merged(ExpectedPerson one, ExpectedPerson other) {
        Set<String> aliases = new LinkedHashSet<>(one.aliases());
        aliases.addAll(other.aliases());
        Map<String, String> columns = new LinkedHashMap<>(one.columns());
        other.columns().forEach((column, value) -> columns.merge(column, value, (a, b) -> a.isBlank() ? b : a));
        return new ExpectedPerson(
                one.name(),
                one.email(),
                one.registrantId(),
                List.copyOf(aliases),
                one.excused() || other.excused(),
                columns);
    }
}

package org.rollcall.report.attendance.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Joins people by their names. A name joins only people who have nothing but that name: to each other, and to the one
 * person who goes by it otherwise. Where two people do, they stay by themselves.
 *
 * <p>Callers are told apart by their call number: a name joins those who called from the same number, and a caller to
 * the one person of that name who did not call from another. The name of a device ("iPhone") joins nobody whose rows
 * overlap in time; a row whose time is unknown may overlap any other.
 *
 * <p>All links are found before any of them joins, so that the order of rows changes nothing.
 */
final class JoinByName {
    /** Takes a link between two rows. */
    interface Link {
        /** @param device whether the name is that of a device */
        void join(int one, int other, boolean device);
    }

    private final JoinableRows rows;
    private final DisjointSets people;
    private final IntPredicate isIdentified;
    private final Link link;
    /** The rows of each name that somebody has nothing but. */
    private final Map<String, List<Integer>> rowsOfName = new HashMap<>();

    /** @param isIdentified whether the person that a row is of has more than a name */
    JoinByName(JoinableRows rows, DisjointSets people, IntPredicate isIdentified, Link link) {
        this.rows = rows;
        this.people = people;
        this.isIdentified = isIdentified;
        this.link = link;
    }

    void join() {
        for (int row = 0; row < rows.size(); row++) {
            if (!isIdentified.test(row)) {
                String name = rows.identity(row).key(Identity.NAME);
                if (name != null) {
                    rowsOfName.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
                }
            }
        }
        if (rowsOfName.isEmpty()) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            List<Integer> group =
                    isIdentified.test(row) ? rowsOfName.get(rows.identity(row).key(Identity.NAME)) : null;
            if (group != null) {
                group.add(row);
            }
        }
        joinCallers();
        joinCallersToPeople();
        joinTheOthers();
    }

    private void joinCallers() {
        Map<List<String>, Integer> firsts = new HashMap<>();
        rowsOfName.forEach((name, group) -> {
            for (int row : group) {
                String number = rows.identity(row).callNumber();
                if (number != null && !isIdentified.test(row)) {
                    Integer first = firsts.putIfAbsent(List.of(name, number), row);
                    if (first != null) {
                        // The number says so as well: that is no guess by the name of a device.
                        link.join(first, row, false);
                    }
                }
            }
        });
    }

    private void joinCallersToPeople() {
        Map<Integer, Set<String>> numbers = numbers();
        Map<Integer, Set<Integer>> peopleOf = new TreeMap<>();
        Map<Integer, Set<Integer>> callersOf = new HashMap<>();
        rowsOfName.forEach((name, group) -> {
            if (PersonName.isDevice(name)) {
                return;
            }
            for (int caller : roots(group, row -> !isIdentified.test(row) && numbers.containsKey(people.root(row)))) {
                for (int person : roots(group, isIdentified)) {
                    peopleOf.computeIfAbsent(caller, any -> new TreeSet<>()).add(person);
                    callersOf.computeIfAbsent(person, any -> new TreeSet<>()).add(caller);
                }
            }
        });
        peopleOf.forEach((caller, candidates) -> {
            int person = candidates.iterator().next();
            Set<String> known = numbers.getOrDefault(person, Set.of());
            if (candidates.size() == 1
                    && callersOf.get(person).size() == 1
                    && (known.isEmpty() || known.stream().anyMatch(numbers.get(caller)::contains))) {
                link.join(person, caller, false);
            }
        });
    }

    private void joinTheOthers() {
        Map<Integer, Set<String>> numbers = numbers();
        IntPredicate isOther = row -> !isIdentified.test(row) && !numbers.containsKey(people.root(row));
        DisjointSets chains = people.copy();
        List<Integer> joined = new ArrayList<>();
        List<Integer> devices = new ArrayList<>();
        Map<Integer, Set<Integer>> candidates = new TreeMap<>();
        rowsOfName.forEach((name, group) -> {
            List<Integer> others = group.stream().filter(isOther::test).toList();
            boolean device = PersonName.isDevice(name);
            if (others.isEmpty() || device && overlap(others)) {
                return;
            }
            int first = others.get(0);
            others.forEach(row -> chains.join(first, row));
            joined.addAll(others);
            devices.addAll(device ? others : List.of());
            for (int person : roots(group, row -> !isOther.test(row))) {
                if (!device || !overlap(with(others, person))) {
                    candidates.computeIfAbsent(first, any -> new TreeSet<>()).add(person);
                }
            }
        });
        Map<Integer, Set<Integer>> candidatesOfChain = new TreeMap<>();
        candidates.forEach((first, found) -> candidatesOfChain
                .computeIfAbsent(chains.root(first), any -> new TreeSet<>())
                .addAll(found));
        Set<Integer> deviceChains = devices.stream().map(chains::root).collect(Collectors.toSet());
        joined.forEach(row -> link.join(chains.root(row), row, deviceChains.contains(chains.root(row))));
        candidatesOfChain.forEach((chain, found) -> {
            if (found.size() == 1) {
                link.join(found.iterator().next(), chain, deviceChains.contains(chain));
            }
        });
    }

    /** By person: the numbers they called from. */
    private Map<Integer, Set<String>> numbers() {
        Map<Integer, Set<String>> numbers = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String number = rows.identity(row).callNumber();
            if (number != null) {
                numbers.computeIfAbsent(people.root(row), any -> new HashSet<>())
                        .add(number);
            }
        }
        return numbers;
    }

    private Set<Integer> roots(List<Integer> group, IntPredicate which) {
        return group.stream().filter(which::test).map(people::root).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Integer> with(List<Integer> some, int person) {
        List<Integer> all = new ArrayList<>(some);
        IntStream.range(0, rows.size())
                .filter(row -> people.root(row) == person)
                .forEach(all::add);
        return all;
    }

    /** Whether rows of two people overlap. */
    private boolean overlap(List<Integer> some) {
        Integer[] byStart = some.toArray(Integer[]::new);
        Arrays.sort(byStart, Comparator.<Integer>comparingLong(rows::start).thenComparingLong(rows::end));
        int last = -1;
        long end = Long.MIN_VALUE;
        long endOfOthers = Long.MIN_VALUE;
        for (int row : byStart) {
            int person = people.root(row);
            if (rows.start(row) < (person == last ? endOfOthers : end)) {
                return true;
            }
            if (person != last && rows.end(row) > end) {
                endOfOthers = end;
                last = person;
            }
            end = Math.max(end, rows.end(row));
        }
        return false;
    }
}

package org.rollcall.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Folds rows into attendance. It keeps one small entry for each set of identifiers that rows came with, which is one or
 * two a person, and none for each row; only of rows that tell nothing about who they are is each a person of its own.
 */
final class AttendanceFold {
    private final Map<Identity, Sightings> known = new HashMap<>();
    private final List<Sightings> unknown = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();

    void add(List<Row> page) {
        for (Row row : page) {
            Identity identity = Identity.of(row);
            Sightings sightings = identity.isUnknown() ? null : known.get(identity);
            if (sightings == null) {
                sightings = new Sightings();
                if (identity.isUnknown()) {
                    unknown.add(sightings);
                } else {
                    known.put(identity, sightings);
                }
            }
            sightings.add(row, vocabulary);
        }
    }

    /**
     * The attendance, after the last row.
     *
     * @param now when a live meeting's stays end, as far as it goes; {@code null} if the meeting is over
     */
    Attendance finish(Meeting meeting, Instant now) {
        boolean live = now != null;
        Instant end = live ? now : meeting.endTime() != null ? meeting.endTime() : lastLeave();
        all().forEach(sightings -> sightings.endOpenStays(end, live));
        Instant start = meeting.startTime() != null ? meeting.startTime() : firstJoin();
        long length = start == null || end == null ? 0 : end.toEpochMilli() - start.toEpochMilli();

        List<JoinedRows> joined = new ArrayList<>(JoinPeople.join(known));
        unknown.forEach(sightings -> joined.add(JoinedRows.ofUnknown(sightings)));
        List<Person> people =
                joined.stream().map(person -> person.toPerson(length)).toList();
        return new Attendance(
                people,
                concurrency(people.stream().map(Person::present).toList(), start, end),
                count(joined, Sightings::devices),
                count(joined, Sightings::locations),
                count(joined, Sightings::networks),
                AttendanceFilter.NONE,
                0);
    }

    // A meeting at another time than everybody in it is told of wrongly: then their own times tell better.
    private Concurrency concurrency(Collection<Intervals> people, Instant start, Instant end) {
        boolean meets = start != null
                && end != null
                && people.stream().anyMatch(person -> person.within(start.toEpochMilli(), end.toEpochMilli()) > 0);
        Instant from = meets || firstJoin() == null ? start : firstJoin();
        Instant to = meets || lastLeave() == null ? end : lastLeave();
        if (from == null || to == null) {
            return Concurrency.NONE;
        }
        return Concurrency.of(people, from.toEpochMilli(), to.toEpochMilli());
    }

    private Stream<Sightings> all() {
        return Stream.concat(known.values().stream(), unknown.stream());
    }

    private Instant firstJoin() {
        return earliest(Sightings::firstJoin);
    }

    private Instant lastLeave() {
        return all().map(Sightings::lastLeave)
                .filter(time -> time != null)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Instant earliest(Function<Sightings, Instant> time) {
        return all().map(time)
                .filter(found -> found != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Map<String, Integer> count(List<JoinedRows> people, Function<Sightings, Set<String>> values) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JoinedRows person : people) {
            values.apply(person.sightings()).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }
}

package org.rollcall.report.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.JoinPeople;
import org.rollcall.report.attendance.identity.JoinableRows;
import org.rollcall.report.row.Row;

/** Folds rows into attendance. It keeps what attendance has to know of each row, and texts that come again once. */
public final class AttendanceFold {
    private final RowFacts.Interned interned = new RowFacts.Interned();
    private final List<RowFacts> rows = new ArrayList<>();

    /** Takes the rows of a page in. */
    public void add(List<Row> page) {
        for (Row row : page) {
            rows.add(RowFacts.of(row, interned));
        }
    }

    /** The attendance, after the last row. */
    public Attendance finish(AttendanceContext context) {
        interned.clear();
        MeetingSpan span = MeetingSpan.of(context, rows);
        MatchExpected expected = new MatchExpected(context.expected());
        List<PersonRows> joined = expected.match(joined(span));
        List<Person> people = Stream.concat(
                        joined.stream().map(person -> person.toPerson(span, context)),
                        expected.missing(span.length()).stream())
                .toList();
        return new Attendance(
                people,
                Attendance.Totals.of(people),
                AttendanceCurve.of(
                        people.stream()
                                .map(person -> person.presence().intervals())
                                .toList(),
                        instant(span.start()),
                        instant(span.end())),
                counts(joined, RowFacts::device),
                counts(joined, RowFacts::location),
                counts(joined, RowFacts::network),
                context,
                AttendanceFilter.NONE,
                0);
    }

    /**
     * Returns whose rows are left out, after the last row: all rows of everybody of whom one row, or what is expected
     * of them, is marked.
     *
     * @param context what attendance is counted against, with all who are expected
     */
    public LeftOut leftOut(
            AttendanceContext context, Predicate<Identity> marked, Predicate<ExpectedPerson> markedAsExpected) {
        List<ExpectedPerson> all = context.expected() == null ? List.of() : context.expected();
        List<ExpectedPerson> expected =
                new ArrayList<>(all.stream().filter(markedAsExpected).toList());
        // In most meetings nobody is, and then nobody's rows need be joined.
        if (expected.isEmpty() && rows.stream().map(RowFacts::identity).noneMatch(marked)) {
            return LeftOut.NOBODY;
        }
        Set<RowFacts> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PersonRows person : new MatchExpected(context.expected()).match(joined(MeetingSpan.of(context, rows)))) {
            ExpectedPerson one = person.expected();
            if (one != null && markedAsExpected.test(one)
                    || person.rows().stream().map(RowFacts::identity).anyMatch(marked)) {
                theirs.addAll(person.rows());
                if (one != null) {
                    expected.add(one);
                }
            }
        }
        BitSet numbers = new BitSet(rows.size());
        Set<Identity> identities = new LinkedHashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            if (theirs.contains(rows.get(row))) {
                numbers.set(row);
                identities.add(rows.get(row).identity());
            }
        }
        return new LeftOut(numbers, identities, expected);
    }

    private List<PersonRows> joined(MeetingSpan span) {
        JoinPeople join = new JoinPeople(new Joinable(rows, span));
        PersonRows[] byRoot = new PersonRows[rows.size()];
        List<PersonRows> people = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int person = join.person(row);
            if (byRoot[person] == null) {
                byRoot[person] = new PersonRows(join.matchedBy(row));
                people.add(byRoot[person]);
                if (join.isByDeviceName(row)) {
                    byRoot[person].remarks().add(Remark.JOINED_BY_DEVICE_NAME);
                } else if (join.isByNameAlone(row)) {
                    byRoot[person].remarks().add(Remark.JOINED_BY_NAME);
                }
            }
            byRoot[person].add(rows.get(row));
        }
        return people;
    }

    /** How many people have each value in a row of the meeting itself. */
    private static Map<String, Integer> counts(List<PersonRows> people, Function<RowFacts, String> value) {
        Map<String, Integer> counts = new TreeMap<>();
        Function<RowFacts, String> admitted = row -> row.waiting() ? null : value.apply(row);
        for (PersonRows person : people) {
            if (person.differ(admitted)) {
                person.values(admitted).forEach(one -> counts.merge(one, 1, Integer::sum));
            } else if (person.first(admitted) != null) {
                counts.merge(person.first(admitted), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Instant instant(long millis) {
        return millis == RowFacts.UNKNOWN ? null : Instant.ofEpochMilli(millis);
    }

    /**
     * People who are left out.
     *
     * @param rows the numbers of their rows, in the order in which rows were added, from 0 on
     * @param identities what these rows say of whose they are
     * @param expected those of the expected people who they are
     */
    public record LeftOut(BitSet rows, Set<Identity> identities, List<ExpectedPerson> expected) {
        static final LeftOut NOBODY = new LeftOut(new BitSet(), Set.of(), List.of());
    }

    private record Joinable(List<RowFacts> rows, MeetingSpan span) implements JoinableRows {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public Identity identity(int row) {
            return rows.get(row).identity();
        }

        @Override
        public String participantUuid(int row) {
            return rows.get(row).participantUuid();
        }

        @Override
        public long start(int row) {
            return span.flaw(rows.get(row)) == null ? rows.get(row).join() : Long.MIN_VALUE;
        }

        @Override
        public long end(int row) {
            return span.flaw(rows.get(row)) == null ? span.leave(rows.get(row)) : Long.MAX_VALUE;
        }
    }
}

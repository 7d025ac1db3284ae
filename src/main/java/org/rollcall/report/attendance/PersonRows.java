package org.rollcall.report.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;
import org.rollcall.report.row.Field;

/** The rows of one person, and what they say together. Nothing in it depends on the order of the rows. */
final class PersonRows {
    private static final long MINUTE = 60_000;

    private final List<RowFacts> rows = new ArrayList<>(2);
    private Field matchedBy;
    private final EnumSet<Remark> remarks = EnumSet.noneOf(Remark.class);
    private ExpectedPerson expected;

    /** @param matchedBy what joined them */
    PersonRows(Field matchedBy) {
        this.matchedBy = matchedBy;
    }

    void add(RowFacts row) {
        rows.add(row);
    }

    /** Takes the rows of another person in, who is the same. */
    void addAll(PersonRows other) {
        rows.addAll(other.rows);
        matchedBy = Field.USER_NAME;
    }

    List<RowFacts> rows() {
        return rows;
    }

    EnumSet<Remark> remarks() {
        return remarks;
    }

    /** Says which of the expected people this is. */
    void match(ExpectedPerson expected) {
        this.expected = expected;
    }

    /** Which of the expected people this is; {@code null} for none. */
    ExpectedPerson expected() {
        return expected;
    }

    /** What their names, e-mail addresses or registrant IDs are compared by. */
    Set<String> keys(Function<Identity, String> key) {
        return values(row -> key.apply(row.identity()));
    }

    Person toPerson(MeetingSpan span, AttendanceContext context) {
        Presence presence = Presence.of(rows, span, context);
        addRemarks(presence.intervals(), span);
        String name = longest(Identity::userName, span);
        String email = longest(Identity::email, span);
        return new Person(
                name,
                email != null || expected == null ? email : expected.email(),
                rows.stream().map(RowFacts::role).reduce(null, PersonOrder::strongerRole),
                matchedBy,
                firstJoin(span),
                lastLeave(span),
                presence,
                context.rules().status(presence),
                List.copyOf(remarks),
                identifiers(),
                details(name),
                expected == null ? Map.of() : expected.columns());
    }

    private void addRemarks(Intervals intervals, MeetingSpan span) {
        for (RowFacts row : rows) {
            Remark flaw = row.waiting() ? null : span.flaw(row);
            if (flaw != null) {
                remarks.add(flaw);
            }
        }
        if (span.length() > 0 && intervals.count() > 0) {
            if (intervals.start(0) < span.start() - MINUTE) {
                remarks.add(Remark.BEFORE_START);
            }
            if (intervals.end(intervals.count() - 1) > span.end() + MINUTE) {
                remarks.add(Remark.AFTER_END);
            }
        }
    }

    private Instant firstJoin(MeetingSpan span) {
        return rows.stream()
                .filter(row -> !row.waiting() && span.has(row.join()))
                .map(row -> Instant.ofEpochMilli(row.join()))
                .min(Instant::compareTo)
                .orElse(null);
    }

    // A row that says nothing of when it began is not said to end with the meeting either.
    private Instant lastLeave(MeetingSpan span) {
        return rows.stream()
                .filter(row -> !row.waiting() && (row.leave() != RowFacts.OPEN || span.flaw(row) == null))
                .map(span::leave)
                .filter(span::has)
                .map(Instant::ofEpochMilli)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** What they went by for the longest time; of several, the first by letter. */
    private String longest(Function<Identity, String> text, MeetingSpan span) {
        Set<String> all = keys(text);
        if (all.size() < 2) {
            return all.isEmpty() ? null : all.iterator().next();
        }
        Map<String, Intervals> times = new HashMap<>();
        for (RowFacts row : rows) {
            if (!row.waiting() && span.flaw(row) == null) {
                times.computeIfAbsent(text.apply(row.identity()), any -> new Intervals())
                        .add(row.join(), span.leave(row));
            }
        }
        String longest = null;
        long most = -1;
        for (String one : all) {
            long length = times.containsKey(one) ? times.get(one).length() : 0;
            if (length > most) {
                longest = one;
                most = length;
            }
        }
        return longest;
    }

    private String first(Function<Identity, String> identifier) {
        Set<String> all = keys(identifier);
        return all.isEmpty() ? null : all.iterator().next();
    }

    private Identifiers identifiers() {
        Identifiers all = new Identifiers(
                first(Identity::participantUserId), first(Identity::registrantId), first(Identity::customerKey));
        return all.equals(Identifiers.NONE) ? Identifiers.NONE : all;
    }

    private PersonDetails details(String name) {
        Set<String> names = keys(Identity::userName);
        Set<String> rooms = values(RowFacts::room);
        Set<String> calls = keys(Identity::callNumber);
        int inRoom = rows.stream().mapToInt(RowFacts::inRoom).max().orElse(0);
        if (names.size() < 2 && rooms.isEmpty() && calls.isEmpty() && inRoom == 0) {
            return PersonDetails.NONE;
        }
        return new PersonDetails(otherNames(names, name), rooms.size(), List.copyOf(calls), inRoom);
    }

    private static List<String> otherNames(Set<String> names, String name) {
        if (names.size() < 2) {
            return List.of();
        }
        String listed = PersonName.key(name);
        return names.stream()
                .filter(other -> !Objects.equals(PersonName.key(other), listed))
                .toList();
    }

    /** The different values that their rows have. */
    Set<String> values(Function<RowFacts, String> value) {
        Set<String> values = Set.of();
        for (RowFacts row : rows) {
            String one = value.apply(row);
            if (one != null && !values.contains(one)) {
                values = values.isEmpty() ? Set.of(one) : with(values, one);
            }
        }
        return values;
    }

    private static Set<String> with(Set<String> values, String value) {
        Set<String> sorted = new TreeSet<>(values);
        sorted.add(value);
        return sorted;
    }
}

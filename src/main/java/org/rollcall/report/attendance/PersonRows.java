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
    private static final Function<RowFacts, String> NAME = row -> row.identity().userName();
    private static final Function<RowFacts, String> CALL_NUMBER =
            row -> row.identity().callNumber();

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
        String name = longest(NAME, span);
        String email = longest(row -> row.identity().email(), span);
        return new Person(
                name,
                email != null || expected == null ? email : expected.email(),
                role(),
                matchedBy,
                firstJoin(span),
                lastLeave(span),
                presence,
                context.rules().status(presence),
                remarks.isEmpty() ? List.of() : List.copyOf(remarks),
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

    private String role() {
        String role = null;
        for (RowFacts row : rows) {
            role = PersonOrder.strongerRole(role, row.role());
        }
        return role;
    }

    private Instant firstJoin(MeetingSpan span) {
        long first = Long.MAX_VALUE;
        for (RowFacts row : rows) {
            if (!row.waiting() && span.has(row.join())) {
                first = Math.min(first, row.join());
            }
        }
        return first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(first);
    }

    // A row that says nothing of when it began is not said to end with the meeting either.
    private Instant lastLeave(MeetingSpan span) {
        long last = Long.MIN_VALUE;
        for (RowFacts row : rows) {
            boolean ends = !row.waiting() && (row.leave() != RowFacts.OPEN || span.flaw(row) == null);
            if (ends && span.has(span.leave(row))) {
                last = Math.max(last, span.leave(row));
            }
        }
        return last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last);
    }

    /** What they went by for the longest time; of several, the first by letter. */
    private String longest(Function<RowFacts, String> text, MeetingSpan span) {
        if (!differ(text)) {
            return first(text);
        }
        Set<String> all = values(text);
        Map<String, Intervals> times = new HashMap<>();
        for (RowFacts row : rows) {
            if (!row.waiting() && span.flaw(row) == null) {
                times.computeIfAbsent(text.apply(row), any -> new Intervals()).add(row.join(), span.leave(row));
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

    private Identifiers identifiers() {
        Identifiers all = new Identifiers(
                first(row -> row.identity().participantUserId()),
                first(row -> row.identity().registrantId()),
                first(row -> row.identity().customerKey()));
        return all.equals(Identifiers.NONE) ? Identifiers.NONE : all;
    }

    private PersonDetails details(String name) {
        int inRoom = 0;
        for (RowFacts row : rows) {
            inRoom = Math.max(inRoom, row.inRoom());
        }
        List<String> otherNames = differ(NAME) ? otherNames(values(NAME), name) : List.of();
        int rooms = first(RowFacts::room) == null ? 0 : values(RowFacts::room).size();
        List<String> calls = first(CALL_NUMBER) == null ? List.of() : List.copyOf(values(CALL_NUMBER));
        boolean nothing = otherNames.isEmpty() && rooms == 0 && calls.isEmpty() && inRoom == 0;
        return nothing ? PersonDetails.NONE : new PersonDetails(otherNames, rooms, calls, inRoom);
    }

    private static List<String> otherNames(Set<String> names, String name) {
        String listed = PersonName.key(name);
        return names.stream()
                .filter(other -> !Objects.equals(PersonName.key(other), listed))
                .toList();
    }

    /** The first by letter of the values that their rows have; {@code null} if they have none. */
    String first(Function<RowFacts, String> value) {
        String first = null;
        for (RowFacts row : rows) {
            String one = value.apply(row);
            if (one != null && (first == null || one.compareTo(first) < 0)) {
                first = one;
            }
        }
        return first;
    }

    /** Whether their rows have several different values. */
    boolean differ(Function<RowFacts, String> value) {
        String first = null;
        for (RowFacts row : rows) {
            String one = value.apply(row);
            if (one != null && first != null && !one.equals(first)) {
                return true;
            }
            first = first == null ? one : first;
        }
        return false;
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

package org.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.report.AttendanceRows.past;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of attendance whatever the rows are. */
class AttendancePropertiesTest {

    @Property
    void minutesNeverExceedTheSpan(@ForAll("meetings") List<Row> rows) {
        for (Person person : past(rows).people()) {
            if (person.sessions() > 0) {
                BigDecimal span = BigDecimal.valueOf(Duration.between(person.firstJoin(), person.lastLeave())
                                .toMillis())
                        .divide(BigDecimal.valueOf(60_000), MathContext.DECIMAL64);
                assertTrue(person.minutes().compareTo(span) <= 0, () -> person + " had only " + span);
            } else {
                assertEquals(0, person.minutes().signum());
            }
            assertTrue(person.share().compareTo(BigDecimal.ONE) <= 0);
        }
    }

    @Property
    void theOrderOfRowsChangesNothing(@ForAll("meetings") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertEquals(past(rows), past(shuffled));
    }

    @Property
    void splittingAStayChangesNothing(@ForAll("meetings") List<Row> rows, @ForAll Random random) {
        List<Row> split = new ArrayList<>();
        for (Row row : rows) {
            Instant join = Times.parse(row.text(Field.JOIN_TIME));
            Instant leave = Times.parse(row.text(Field.LEAVE_TIME));
            boolean known = !Identity.of(row).isUnknown();
            if (known && join != null && leave != null && join.isBefore(leave)) {
                long length = Duration.between(join, leave).toMillis();
                String between = join.plusMillis((long) (random.nextDouble() * (length + 1)))
                        .toString();
                split.add(with(row, Field.LEAVE_TIME, between));
                split.add(with(row, Field.JOIN_TIME, between));
            } else {
                split.add(row);
            }
        }
        assertEquals(past(rows), past(split));
    }

    @Property
    void everyRowIsSomebodysAndNobodysTwice(@ForAll("meetings") List<Row> rows) {
        Attendance attendance = past(rows);
        assertTrue(attendance.people().size() <= rows.size());
        assertEquals(rows.isEmpty(), attendance.people().isEmpty());
        List<Row> marked = new ArrayList<>();
        for (Row row : rows) {
            marked.add(with(with(row, Field.JOIN_TIME, null), Field.STATUS, "in_meeting"));
        }
        assertEquals(rows.size(), past(marked).totals().unknownTimes());
    }

    @Property
    void whoDiffersInTheStrongestIdentifierIsNeverJoined(@ForAll("meetings") List<Row> rows) {
        long users = rows.stream()
                .map(row -> Identity.of(row).participantUserId())
                .filter(user -> user != null)
                .distinct()
                .count();
        assertTrue(past(rows).people().size() >= users);
    }

    @Property
    void theCourseNeverExceedsThePeakNorThePeakThePeople(@ForAll("meetings") List<Row> rows) {
        Attendance attendance = past(rows);
        Concurrency concurrency = attendance.concurrency();
        assertTrue(concurrency.peak() <= attendance.people().size());
        assertTrue(concurrency.course().stream().allMatch(people -> people <= concurrency.peak()));
        assertTrue(concurrency.average() <= concurrency.peak());
    }

    @Property
    void unionsAreTheSameAsCountingEachMoment(@ForAll("stays") List<long[]> stays) {
        Intervals union = new Intervals();
        boolean[] present = new boolean[101];
        for (long[] stay : stays) {
            union.add(stay[0], stay[1]);
            for (long moment = stay[0]; moment < stay[1]; moment++) {
                present[(int) moment] = true;
            }
        }
        int length = 0;
        int count = 0;
        for (int moment = 0; moment < 100; moment++) {
            length += present[moment] ? 1 : 0;
            count += present[moment] && !present[moment + 1] ? 1 : 0;
        }
        assertEquals(length, union.length());
        assertEquals(count, union.count());
    }

    @Provide
    Arbitrary<List<long[]>> stays() {
        return Arbitraries.longs()
                .between(0, 100)
                .array(long[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(20);
    }

    // Few values, so that rows have much in common, chains and contradictions among it.
    @Provide
    Arbitrary<List<Row>> meetings() {
        Arbitrary<String[]> identifiers = Combinators.combine(
                        Arbitraries.of(null, null, "", "1", "2"),
                        Arbitraries.of(null, null, "a", "b", "c"),
                        Arbitraries.of(null, null, null, "r", "s"),
                        Arbitraries.of(null, null, "kim@a.example", "KIM@a.example ", "lee@a.example"),
                        Arbitraries.of(null, "Kim", "kim ", "Lee", "Guest"))
                .as((user, id, registrant, email, name) -> new String[] {user, id, registrant, email, name});
        Arbitrary<String> times = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(-300_000, 3_900_000).map(millis -> AttendanceRows.START
                        .plusMillis(millis)
                        .toString())),
                Tuple.of(1, Arbitraries.of(null, "", "noon")));
        Arbitrary<String> roles = Arbitraries.of(null, "host", "attendee", "interpreter");
        Arbitrary<String> status = Arbitraries.of(null, "in_meeting", "in_meeting", "in_waiting_room");
        return Combinators.combine(identifiers, times, times, roles, status)
                .as((identity, join, leave, role, state) -> AttendanceRows.row(
                        Field.PARTICIPANT_USER_ID,
                        identity[0],
                        Field.ID,
                        identity[1],
                        Field.REGISTRANT_ID,
                        identity[2],
                        Field.EMAIL,
                        identity[3],
                        Field.USER_NAME,
                        identity[4],
                        Field.JOIN_TIME,
                        join,
                        Field.LEAVE_TIME,
                        leave,
                        Field.ROLE,
                        role,
                        Field.STATUS,
                        state,
                        Field.DEVICE,
                        role))
                .list()
                .ofMaxSize(12);
    }

    private static Row with(Row row, Field field, String text) {
        String[] documented = Arrays.stream(Field.values()).map(row::text).toArray(String[]::new);
        documented[field.ordinal()] = text;
        return new Row(new byte[0], 0, 0, any -> documented[any.ordinal()], Collections.emptySortedMap());
    }
}

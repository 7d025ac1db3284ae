package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.report.attendance.AttendanceRows.past;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Times;

/** What holds of attendance whatever the rows are. */
class AttendancePropertiesTest {
    private static final AttendanceContext CONTEXT =
            AttendanceContext.of(AttendanceRows.START, AttendanceRows.END, null);
    private static final List<ExpectedPerson> ROSTER = List.of(
            expected("1", "Kim", "kim@a.example", "Guest"),
            expected("2", "Lee", null),
            expected("3", "Kim", "kim@b.example"),
            expected("4", "Sam", null, "iPhone"));

    private static ExpectedPerson expected(String number, String name, String email, String... aliases) {
        return new ExpectedPerson(name, email, null, List.of(aliases), number.equals("2"), Map.of("number", number));
    }

    @Property
    void minutesNeverExceedTheSpan(@ForAll("meetings") List<Row> rows) {
        for (Person person : past(rows).people()) {
            Integer sessions = person.presence().sessions();
            if (sessions == null) {
                assertNull(person.minutes());
                assertNull(person.share());
            } else if (sessions > 0) {
                long span =
                        Duration.between(person.firstJoin(), person.lastLeave()).toMillis();
                // To the nearest hundredth of a minute.
                BigDecimal most =
                        BigDecimal.valueOf(span + 300).divide(BigDecimal.valueOf(60_000), MathContext.DECIMAL64);
                assertTrue(person.minutes().compareTo(most) <= 0, () -> person + " had only " + span);
                assertTrue(person.share().compareTo(BigDecimal.ONE) <= 0);
            } else {
                assertEquals(0, person.minutes().signum());
            }
        }
    }

    @Property
    void theOrderOfRowsChangesNothing(@ForAll("meetings") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertEquals(past(rows), past(shuffled));
        assertEquals(withRoster(rows), withRoster(shuffled));
    }

    @Property
    void whereAPageEndsChangesNothing(@ForAll("meetings") List<Row> rows, @ForAll @IntRange(max = 12) int cut) {
        AttendanceFold fold = new AttendanceFold();
        int first = Math.min(cut, rows.size());
        fold.add(rows.subList(0, first));
        fold.add(rows.subList(first, rows.size()));
        assertEquals(withRoster(rows), fold.finish(CONTEXT.withExpected(ROSTER)));
    }

    @Property
    void splittingAStayChangesNoTime(@ForAll("meetings") List<Row> rows, @ForAll Random random) {
        // Of two devices of one name nobody knows whose a stay is.
        Assume.that(rows.stream().noneMatch(row -> "iPhone".equals(row.text(Field.USER_NAME))));
        List<Row> split = new ArrayList<>();
        for (Row row : rows) {
            Instant join = Times.parse(row.text(Field.JOIN_TIME));
            Instant leave = Times.parse(row.text(Field.LEAVE_TIME));
            if (isSomebodys(row) && join != null && leave != null && join.isBefore(leave)) {
                long length = Duration.between(join, leave).toMillis();
                String between = join.plusMillis((long) (random.nextDouble() * (length + 1)))
                        .toString();
                split.add(with(row, Field.LEAVE_TIME, between));
                split.add(with(row, Field.JOIN_TIME, between));
            } else {
                split.add(row);
            }
        }
        assertEquals(times(past(rows)), times(past(split)));
        assertEquals(past(rows).curve(), past(split).curve());
    }

    @Property
    void everyoneHasALineAndAStatus(@ForAll("meetings") List<Row> rows) {
        Attendance attendance = withRoster(rows);
        Attendance.Totals totals = attendance.totals();
        assertEquals(
                attendance.people().size(),
                totals.statuses().values().stream().mapToInt(count -> count).sum());
        assertEquals(
                attendance.people().size(),
                totals.people()
                        + totals.onlyWaited()
                        + totals.count(AttendanceStatus.ABSENT)
                        + totals.count(AttendanceStatus.EXCUSED));
        for (ExpectedPerson expected : ROSTER) {
            List<Person> lines = attendance.people().stream()
                    .filter(person -> person.roster().equals(expected.columns()))
                    .toList();
            assertFalse(lines.isEmpty(), () -> expected + " has no line");
            boolean missing = lines.stream().anyMatch(person -> person.status().isMissing());
            assertTrue(!missing || lines.size() == 1, () -> expected + " is there and is not");
        }
    }

    private static Attendance withRoster(List<Row> rows) {
        AttendanceFold fold = new AttendanceFold();
        fold.add(rows);
        return fold.finish(CONTEXT.withExpected(ROSTER));
    }

    private static List<String> times(Attendance attendance) {
        return attendance.people().stream()
                .map(person -> person.name()
                        + person.email()
                        + person.firstJoin()
                        + person.lastLeave()
                        + person.presence()
                        + person.status()
                        + person.identifiers())
                .sorted()
                .toList();
    }

    private static boolean isSomebodys(Row row) {
        return Stream.of(
                        Field.PARTICIPANT_USER_ID,
                        Field.ID,
                        Field.REGISTRANT_ID,
                        Field.CUSTOMER_KEY,
                        Field.EMAIL,
                        Field.USER_NAME,
                        Field.PARTICIPANT_UUID)
                .anyMatch(field -> row.text(field) != null && !row.text(field).isBlank());
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
    void theCurveNeverExceedsThePeakNorThePeakThePeople(@ForAll("meetings") List<Row> rows) {
        Attendance attendance = past(rows);
        AttendanceCurve curve = attendance.curve();
        assertTrue(curve.peak() <= attendance.people().size());
        assertTrue(curve.slots().stream().allMatch(people -> people <= curve.peak()));
        assertTrue(curve.average() <= curve.peak());
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
                        Arbitraries.of(null, null, null, "key"),
                        Arbitraries.of(null, null, "kim@a.example", "KIM@a.example ", "lee@a.example"),
                        Arbitraries.of(null, "Kim", "kim ", "Lee", "Guest", "iPhone"),
                        Arbitraries.of(null, null, null, "u1", "u2"),
                        Arbitraries.of(
                                null, null, null, "[{\"call_number\":\"+331\"}]", "[{\"call_number\":\"+332\"}]"))
                .as((user, id, registrant, key, email, name, uuid, call) ->
                        new String[] {user, id, registrant, key, email, name, uuid, call});
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
                        Field.CUSTOMER_KEY,
                        identity[3],
                        Field.EMAIL,
                        identity[4],
                        Field.USER_NAME,
                        identity[5],
                        Field.PARTICIPANT_UUID,
                        identity[6],
                        Field.AUDIO_CALL,
                        identity[7],
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

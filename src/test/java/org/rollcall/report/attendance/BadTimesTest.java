package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rollcall.report.attendance.AttendanceRows.END;
import static org.rollcall.report.attendance.AttendanceRows.START;
import static org.rollcall.report.attendance.AttendanceRows.minute;
import static org.rollcall.report.attendance.AttendanceRows.only;
import static org.rollcall.report.attendance.AttendanceRows.row;
import static org.rollcall.report.attendance.AttendanceRows.stay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** Rows whose times cannot be: they stay, and what is wrong with them is said. */
class BadTimesTest {
    private static final AttendanceContext CONTEXT = AttendanceContext.of(START, END, null);
    private static final Row WELL = stay(0, 60, Field.ID, "b", Field.USER_NAME, "other");

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "0001-01-01T00:00:00Z", "2026-02-30T09:00:00Z"})
    void aTimeThatIsNoneIsUnknown(String join) {
        Person person = person(row(
                Field.ID,
                "a",
                Field.JOIN_TIME,
                join,
                Field.LEAVE_TIME,
                minute(10).toString()));
        assertUnknown(person, Remark.UNKNOWN_TIME);
        assertNull(person.firstJoin());
        assertEquals(minute(10), person.lastLeave());
    }

    @Test
    void zoomsZeroTimeIsNoEnd() {
        Person person = person(
                row(Field.ID, "a", Field.JOIN_TIME, minute(5).toString(), Field.LEAVE_TIME, "0001-01-01T00:00:00Z"));
        assertUnknown(person, Remark.UNKNOWN_TIME);
        assertEquals(minute(5), person.firstJoin());
        assertNull(person.lastLeave());
    }

    @ParameterizedTest
    @ValueSource(longs = {-366, -32, -2, 2, 32, 366})
    void aTimeOfAnotherDayIsUnknown(long days) {
        Duration away = Duration.ofDays(days);
        Person person = person(row(
                Field.ID,
                "a",
                Field.JOIN_TIME,
                START.plus(away).toString(),
                Field.LEAVE_TIME,
                END.plus(away).toString()));
        assertUnknown(person, Remark.OTHER_TIME);
        assertNull(person.firstJoin());
        assertNull(person.lastLeave());
    }

    @Test
    void soIsAStayThatBeganOrEndsOnOne() {
        assertUnknown(person(times("a", minute(-2000), minute(10))), Remark.OTHER_TIME);
        assertUnknown(person(times("a", minute(10), minute(2000))), Remark.OTHER_TIME);
        assertEquals(
                new BigDecimal("1450"),
                person(times("a", minute(-1440), minute(10))).minutes());
        assertEquals(
                new BigDecimal("1490"),
                person(times("a", minute(10), minute(1500))).minutes());
    }

    @Test
    void whatIsKnownOfAPersonCountsBesideWhatIsNot() {
        Person person = person(stay(0, 30, Field.ID, "a"), stay(50, 40, Field.ID, "a"), row(Field.ID, "a"));
        assertEquals(new BigDecimal("30"), person.minutes());
        assertEquals(new BigDecimal("0.5"), person.share());
        assertEquals(AttendanceStatus.LEFT_EARLY, person.status());
        assertEquals(List.of(Remark.UNKNOWN_TIME, Remark.BACKWARD_TIME), person.remarks());
        assertEquals(1, person.presence().unknownTimes());
        assertEquals(1, person.presence().backwardTimes());
    }

    @Test
    void aLineOfUnknownTimesHasNoNumbers() {
        Person person = person(row(Field.ID, "a"));
        assertUnknown(person, Remark.UNKNOWN_TIME);
        assertNull(person.presence().lateMinutes());
        assertNull(person.presence().leftEarlyMinutes());
        assertNull(person.firstJoin());
        assertNull(person.lastLeave());
    }

    @Test
    void anotherYearsRowDoesNotLengthenAMeetingWhoseEndIsUnknown() {
        Row other = times("b", minute(0), START.plus(Duration.ofDays(365)));
        Person person =
                attendance(AttendanceContext.of(START, null, null), stay(0, 40, Field.ID, "a"), other).people().stream()
                        .filter(one -> one.presence().isKnown())
                        .findFirst()
                        .orElseThrow();
        assertEquals(BigDecimal.ONE, person.share());
    }

    @Test
    void norDoesItBeginOneWhoseStartIsUnknown() {
        Row other = times("b", START.minus(Duration.ofDays(365)), minute(1));
        Person person =
                attendance(AttendanceContext.of(null, END, null), stay(20, 60, Field.ID, "a"), other).people().stream()
                        .filter(one -> one.presence().isKnown())
                        .findFirst()
                        .orElseThrow();
        assertEquals(BigDecimal.ONE, person.share());
    }

    @Test
    void aMeetingSaidToBeOnADayWithNobodyInItIsCountedByItsPeople() {
        AttendanceContext wrong =
                AttendanceContext.of(START.minus(Duration.ofDays(7)), END.minus(Duration.ofDays(7)), null);
        Person person = only(attendance(wrong, stay(0, 30, Field.ID, "a")));
        assertEquals(BigDecimal.ONE, person.share());
        assertEquals(List.of(), person.remarks());
        AttendanceContext lastYear =
                AttendanceContext.of(START.minus(Duration.ofDays(365)), END.minus(Duration.ofDays(365)), null);
        assertUnknown(only(attendance(lastYear, stay(0, 30, Field.ID, "a"))), Remark.OTHER_TIME);
    }

    @Test
    void theWaitingRoomsTimesAreNobodysConcern() {
        Person person = person(stay(0, 60, Field.ID, "a"), row(Field.ID, "a", Field.STATUS, "in_waiting_room"));
        assertEquals(List.of(), person.remarks());
        assertEquals(AttendanceStatus.PRESENT, person.status());
    }

    @Test
    void anOpenStayThatBeginsAfterTheEndRunsBackwards() {
        assertUnknown(person(row(Field.ID, "a", Field.JOIN_TIME, minute(61).toString())), Remark.BACKWARD_TIME);
    }

    private static void assertUnknown(Person person, Remark remark) {
        assertEquals(AttendanceStatus.UNKNOWN_TIMES, person.status());
        assertEquals(List.of(remark), person.remarks());
        assertNull(person.minutes());
        assertNull(person.share());
        assertNull(person.presence().sessions());
    }

    /** The person of the rows with ID "a", beside another who was there. */
    private static Person person(Row... rows) {
        Row[] all = List.of(rows).toArray(new Row[rows.length + 1]);
        all[rows.length] = WELL;
        return attendance(CONTEXT, all).people().stream()
                .filter(person -> !"other".equals(person.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Row times(String id, Instant join, Instant leave) {
        return row(Field.ID, id, Field.JOIN_TIME, join.toString(), Field.LEAVE_TIME, leave.toString());
    }

    private static Attendance attendance(AttendanceContext context, Row... rows) {
        AttendanceFold fold = new AttendanceFold();
        fold.add(List.of(rows));
        return fold.finish(context);
    }
}

package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** How somebody attended, and from what it is counted. */
class AttendanceStatusTest {
    private static final AttendanceContext CONTEXT = AttendanceContext.of(START, END, null);

    @ParameterizedTest
    @CsvSource({
        // join, leave (seconds of an hour), status, late, left early
        "0, 3600, PRESENT, 0, 0",
        "-600, 4000, PRESENT, 0, 0",
        "1, 3599, PRESENT, 0, 0",
        "2, 3598, PRESENT, 0.03, 0.03",
        "300, 3300, PRESENT, 5, 5",
        "301, 3600, LATE, 5.02, 0",
        "0, 3299, LEFT_EARLY, 0, 5.02",
        "900, 1800, LATE_AND_LEFT_EARLY, 15, 30",
        "-900, -300, LEFT_EARLY, 0, 65",
        "3900, 4200, LATE, 65, 0"
    })
    void lateAndEarlyAreCountedFromTheMeeting(int join, int leave, AttendanceStatus status, String late, String early) {
        Person person = only(attendance(CONTEXT, seconds(join, leave)));
        assertEquals(status, person.status());
        assertEquals(new BigDecimal(late), person.presence().lateMinutes());
        assertEquals(new BigDecimal(early), person.presence().leftEarlyMinutes());
        assertEquals("meeting", CONTEXT.countedFrom());
    }

    @Test
    void orFromTheScheduleWhereThatIsKnown() {
        AttendanceContext context = CONTEXT.withSchedule(minute(-10), minute(50));
        Person person = only(attendance(context, stay(0, 45, Field.ID, "a")));
        assertEquals(AttendanceStatus.LATE, person.status());
        assertEquals(new BigDecimal("10"), person.presence().lateMinutes());
        assertEquals(new BigDecimal("5"), person.presence().leftEarlyMinutes());
        assertEquals(new BigDecimal("0.75"), person.share());
        assertEquals("schedule", context.countedFrom());
        assertEquals("schedule", CONTEXT.withSchedule(null, END).countedFrom());
        assertEquals("schedule", CONTEXT.withSchedule(START, null).countedFrom());
    }

    @Test
    void nobodyLeavesEarlyWhoIsThereAtTheEnd() {
        AttendanceContext endedEarly = CONTEXT.withSchedule(START, minute(75));
        assertEquals(
                AttendanceStatus.PRESENT,
                only(attendance(endedEarly, stay(0, 60, Field.ID, "a"))).status());
        Person person = only(attendance(endedEarly, stay(0, 50, Field.ID, "a")));
        assertEquals(new BigDecimal("10"), person.presence().leftEarlyMinutes());
    }

    @Test
    void whoWasThereWhenItBeganIsNotLateForHavingLeftAndComeBack() {
        Person person = only(attendance(
                CONTEXT, stay(-20, 1, Field.ID, "a"), stay(30, 40, Field.ID, "a"), stay(55, 65, Field.ID, "a")));
        assertEquals(AttendanceStatus.PRESENT, person.status());
        // But who was there before it began, and not when it did, is.
        Person late = only(attendance(CONTEXT, stay(-20, -10, Field.ID, "a"), stay(30, 60, Field.ID, "a")));
        assertEquals(new BigDecimal("30"), late.presence().lateMinutes());
        assertEquals(AttendanceStatus.LATE, late.status());
    }

    @Test
    void nobodyLeavesALiveMeetingEarly() {
        AttendanceContext live = AttendanceContext.of(START, null, minute(40)).withSchedule(START, minute(30));
        Person left = only(attendance(live, stay(0, 10, Field.ID, "a")));
        assertEquals(AttendanceStatus.PRESENT, left.status());
        assertNull(left.presence().leftEarlyMinutes());
    }

    @Test
    void theRulesAreSettings() {
        AttendanceRules rules = new AttendanceRules(Duration.ofMinutes(20), Duration.ZERO, new BigDecimal("0.5"));
        AttendanceContext context = CONTEXT.withRules(rules);
        assertEquals(
                AttendanceStatus.PRESENT,
                only(attendance(context, stay(20, 60, Field.ID, "a"))).status());
        assertEquals(
                AttendanceStatus.LEFT_EARLY,
                only(attendance(context, stay(0, 59, Field.ID, "a"))).status());
        assertEquals(
                AttendanceStatus.SHORT,
                only(attendance(context, stay(31, 60, Field.ID, "a"))).status());
        assertEquals(
                AttendanceStatus.LATE,
                only(attendance(context, stay(30, 60, Field.ID, "a"))).status());
        Duration negative = Duration.ofSeconds(-1);
        assertThrows(
                IllegalArgumentException.class, () -> new AttendanceRules(negative, Duration.ZERO, BigDecimal.ZERO));
        assertThrows(
                IllegalArgumentException.class, () -> new AttendanceRules(Duration.ZERO, negative, BigDecimal.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AttendanceRules(Duration.ZERO, Duration.ZERO, new BigDecimal("-0.1")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AttendanceRules(Duration.ZERO, Duration.ZERO, new BigDecimal("1.1")));
        assertEquals(BigDecimal.ONE, new AttendanceRules(Duration.ZERO, Duration.ZERO, BigDecimal.ONE).minimumShare());
    }

    @Test
    void nobodyIsTooShortInAMeetingOfUnknownLength() {
        AttendanceContext context =
                AttendanceContext.UNKNOWN.withRules(new AttendanceRules(Duration.ZERO, Duration.ZERO, BigDecimal.ONE));
        Attendance attendance = attendance(context, row(Field.ID, "a", Field.JOIN_TIME, START.toString()));
        assertEquals(AttendanceStatus.UNKNOWN_TIMES, only(attendance).status());
    }

    @Test
    void whoOnlyWaitedHasALineAndIsNotCounted() {
        Attendance attendance = attendance(
                CONTEXT,
                stay(0, 10, Field.USER_NAME, "Rea", Field.STATUS, "in_waiting_room"),
                stay(0, 60, Field.ID, "a"));
        assertEquals(2, attendance.people().size());
        assertEquals(1, attendance.totals().people());
        assertEquals(1, attendance.totals().onlyWaited());
        assertEquals(1, attendance.totals().count(AttendanceStatus.WAITING_ROOM_ONLY));
        assertEquals(1, attendance.totals().count(AttendanceStatus.PRESENT));
        Person rea = attendance.people().get(0).name() == null
                ? attendance.people().get(1)
                : attendance.people().get(0);
        assertEquals(AttendanceStatus.WAITING_ROOM_ONLY, rea.status());
        assertNull(rea.presence().lateMinutes());
        assertNull(rea.presence().leftEarlyMinutes());
        assertTrue(!rea.isAttending());
    }

    @Test
    void theShareIsOfTheMeetingAlone() {
        Person early = only(attendance(CONTEXT, stay(-30, 30, Field.ID, "a")));
        assertEquals(new BigDecimal("60"), early.minutes());
        assertEquals(new BigDecimal("0.5"), early.share());
        assertEquals(List.of(Remark.BEFORE_START), early.remarks());
        Person before = only(attendance(CONTEXT, stay(-30, -10, Field.ID, "a")));
        assertEquals(new BigDecimal("20"), before.minutes());
        assertEquals(BigDecimal.ZERO, before.share());
        Person after = only(attendance(CONTEXT, stay(45, 75, Field.ID, "a")));
        assertEquals(new BigDecimal("30"), after.minutes());
        assertEquals(new BigDecimal("0.25"), after.share());
        assertEquals(List.of(Remark.AFTER_END), after.remarks());
    }

    @ParameterizedTest
    @CsvSource({
        // Zoom cuts times to seconds.
        "1, 59, 1",
        "0, 59, 1",
        "2, 60, 0.9667",
        "0, 58, 0.9667",
        "-60, 120, 1",
        "0, 20, 0.3333",
        "0, 40, 0.6667"
    })
    void whoeverIsThereAllTheTimeIsSaidToBe(int join, int leave, String share) {
        AttendanceContext minute = AttendanceContext.of(START, minute(1), null);
        assertEquals(
                new BigDecimal(share),
                only(attendance(minute, seconds(join, leave))).share());
    }

    @Test
    void staysOfTheFirstSecondDoNotCountTwice() {
        Person person =
                only(attendance(AttendanceContext.of(START, minute(1), null), millis(100, 400), millis(700, 30_000)));
        assertEquals(new BigDecimal("0.5"), person.share());
    }

    @Test
    void minutesAreRoundedToTheNearestHundredth() {
        assertEquals(
                new BigDecimal("0.01"),
                only(attendance(CONTEXT, millis(0, 300))).minutes());
        assertEquals(
                new BigDecimal("0"), only(attendance(CONTEXT, millis(0, 299))).minutes());
        assertEquals(
                new BigDecimal("12.35"),
                only(attendance(CONTEXT, millis(0, 741_000))).minutes());
    }

    private static Row seconds(int join, int leave) {
        return millis(join * 1000L, leave * 1000L);
    }

    private static Row millis(long join, long leave) {
        Instant from = START.plusMillis(join);
        Instant to = START.plusMillis(leave);
        return row(Field.ID, "a", Field.JOIN_TIME, from.toString(), Field.LEAVE_TIME, to.toString());
    }

    private static Attendance attendance(AttendanceContext context, Row... rows) {
        AttendanceFold fold = new AttendanceFold();
        fold.add(List.of(rows));
        return fold.finish(context);
    }
}

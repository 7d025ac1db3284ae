package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.report.attendance.AttendanceRows.END;
import static org.rollcall.report.attendance.AttendanceRows.MEETING;
import static org.rollcall.report.attendance.AttendanceRows.START;
import static org.rollcall.report.attendance.AttendanceRows.minute;
import static org.rollcall.report.attendance.AttendanceRows.of;
import static org.rollcall.report.attendance.AttendanceRows.only;
import static org.rollcall.report.attendance.AttendanceRows.past;
import static org.rollcall.report.attendance.AttendanceRows.row;
import static org.rollcall.report.attendance.AttendanceRows.stay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

class AttendanceTest {

    @Test
    void twoDevicesAtOnceDoNotCountTwice() {
        Person person = only(past(stay(0, 30, Field.ID, "a"), stay(10, 45, Field.ID, "a")));
        assertEquals(new BigDecimal("45"), person.minutes());
        assertEquals(1, person.presence().sessions());
        assertEquals(minute(0), person.firstJoin());
        assertEquals(minute(45), person.lastLeave());
        assertEquals(new BigDecimal("0.75"), person.share());
    }

    @Test
    void rejoinsAreSessions() {
        Person person = only(past(stay(30, 40, Field.ID, "a"), stay(0, 20, Field.ID, "a")));
        assertEquals(new BigDecimal("30"), person.minutes());
        assertEquals(2, person.presence().sessions());
    }

    @Test
    void breakoutRoomsCountAndTheWaitingRoomDoesNot() {
        Person person = only(past(
                stay(0, 10, Field.ID, "a", Field.STATUS, "in_waiting_room"),
                stay(10, 20, Field.ID, "a", Field.STATUS, "in_meeting"),
                stay(20, 30, Field.ID, "a", Field.BO_MTG_ID, "room")));
        assertEquals(new BigDecimal("20"), person.minutes());
        assertEquals(minute(10), person.firstJoin());
        assertFalse(person.presence().onlyWaited());
    }

    @Test
    void whoWasNeverLetInIsListedWithoutTime() {
        Attendance attendance = past(stay(0, 10, Field.USER_NAME, "Rea", Field.STATUS, "in_waiting_room"));
        Person person = only(attendance);
        assertTrue(person.presence().onlyWaited());
        assertEquals(BigDecimal.ZERO, person.minutes());
        assertEquals(0, person.presence().sessions());
        assertNull(person.firstJoin());
        assertEquals(1, attendance.totals().onlyWaited());
        assertEquals(0, attendance.curve().peak());
    }

    @Test
    void aStayWithoutEndEndsWithTheMeeting() {
        Person person = only(past(row(Field.ID, "a", Field.JOIN_TIME, minute(15).toString(), Field.LEAVE_TIME, "")));
        assertEquals(new BigDecimal("45"), person.minutes());
        assertEquals(END, person.lastLeave());
        assertFalse(person.presence().stillThere());
    }

    @Test
    void aStayInALiveMeetingEndsNow() {
        Meeting live = new Meeting("1", "u", "t", START, null, null);
        Person person = only(of(
                MeetingType.LIVE,
                live,
                minute(20),
                List.of(row(Field.ID, "a", Field.JOIN_TIME, minute(15).toString()))));
        assertEquals(new BigDecimal("5"), person.minutes());
        assertEquals(new BigDecimal("0.25"), person.share());
        assertTrue(person.presence().stillThere());
    }

    @Test
    void withoutTheMeetingsEndTheLastToLeaveTells() {
        Attendance attendance = of(
                MeetingType.PAST,
                Meeting.ofId(MeetingKind.MEETING, "1"),
                END,
                List.of(
                        stay(0, 40, Field.ID, "a"),
                        row(Field.ID, "b", Field.JOIN_TIME, minute(10).toString())));
        assertEquals(new BigDecimal("30"), attendance.people().get(1).minutes());
        assertEquals(new BigDecimal("0.75"), attendance.people().get(1).share());
    }

    @Test
    void aClockThatRunsBackwardsIsFlaggedAndShown() {
        Attendance attendance = past(stay(20, 10, Field.ID, "a"));
        Person person = only(attendance);
        assertNull(person.minutes());
        assertNull(person.share());
        assertNull(person.presence().sessions());
        assertEquals(AttendanceStatus.UNKNOWN_TIMES, person.status());
        assertEquals(List.of(Remark.BACKWARD_TIME), person.remarks());
        assertEquals(minute(20), person.firstJoin());
        assertEquals(minute(10), person.lastLeave());
        assertEquals(1, person.presence().backwardTimes());
        assertEquals(1, attendance.totals().backwardTimes());
    }

    @Test
    void timesThatAreAbsentOrUnreadableAreCountedAsUnknown() {
        Attendance attendance = past(
                row(Field.ID, "a", Field.LEAVE_TIME, minute(10).toString()),
                row(
                        Field.ID,
                        "a",
                        Field.JOIN_TIME,
                        "yesterday",
                        Field.LEAVE_TIME,
                        minute(10).toString()),
                row(Field.ID, "a", Field.JOIN_TIME, minute(1).toString(), Field.LEAVE_TIME, "{}"),
                row(Field.ID, "a", Field.JOIN_TIME, "+999999999-01-01T00:00:00Z"),
                stay(0, 5, Field.ID, "a"));
        assertEquals(4, attendance.totals().unknownTimes());
        assertEquals(new BigDecimal("5"), only(attendance).minutes());
        assertEquals(minute(10), only(attendance).lastLeave());
    }

    @Test
    void aTimeWithoutAnEndToTakeIsUnknown() {
        Attendance attendance = of(
                MeetingType.PAST,
                Meeting.ofId(MeetingKind.MEETING, "1"),
                END,
                List.of(row(Field.ID, "a", Field.JOIN_TIME, START.toString())));
        assertEquals(1, attendance.totals().unknownTimes());
        assertNull(only(attendance).share());
    }

    @Test
    void theNameIsTheOneBorneLongest() {
        Row brief = stay(0, 1, Field.ID, "a", Field.USER_NAME, "iPhone");
        Row longer = stay(1, 30, Field.ID, "a", Field.USER_NAME, "Rea");
        assertEquals("Rea", only(past(brief, longer)).name());
        assertEquals("Rea", only(past(longer, brief)).name());
    }

    @Test
    void peopleAreSortedByRoleThenName() {
        Attendance attendance = past(
                stay(0, 1, Field.USER_NAME, "Zoë", Field.ROLE, "attendee"),
                stay(0, 1, Field.ROLE, "attendee"),
                stay(0, 1, Field.USER_NAME, "Élodie", Field.ROLE, "attendee"),
                stay(0, 1, Field.USER_NAME, "frank", Field.ROLE, "attendee"),
                stay(0, 1, Field.USER_NAME, "Vic", Field.ROLE, "co-host"),
                stay(0, 1, Field.USER_NAME, "Walt", Field.ROLE, "host"),
                stay(0, 1, Field.USER_NAME, "Walt", Field.ROLE, "attendee"),
                stay(0, 1, Field.USER_NAME, "Xu"));
        assertEquals(
                Arrays.asList("Walt", "Vic", "Élodie", "frank", "Zoë", null, "Xu"),
                attendance.people().stream().map(Person::name).toList());
    }

    @Test
    void theCurveCountsPeopleNotDevices() {
        AttendanceCurve curve = past(
                        stay(0, 30, Field.ID, "a"),
                        stay(0, 60, Field.ID, "a"),
                        stay(15, 30, Field.ID, "b"),
                        stay(30, 45, Field.ID, "c"))
                .curve();
        assertEquals(2, curve.peak());
        assertEquals(minute(15), curve.peakAt());
        assertEquals(1.5, curve.average());
        assertEquals(AttendanceCurve.SLOTS, curve.slots().size());
        assertEquals(1, curve.slots().get(59));
        assertEquals(2, curve.slots().get(60));
        assertEquals(1, curve.slots().get(239));
    }

    @Test
    void aMeetingToldOfAtAnotherTimeIsChartedByItsPeople() {
        Meeting elsewhen = new Meeting("1", "u", "t", START.minusSeconds(90000), END.minusSeconds(90000), null);
        AttendanceCurve curve = of(MeetingType.PAST, elsewhen, END, List.of(stay(5, 10, Field.ID, "a")))
                .curve();
        assertEquals(minute(5), curve.from());
        assertEquals(minute(10), curve.to());
    }

    @Test
    void devicesPlacesAndNetworksAreCountedByPeople() {
        Attendance attendance = past(
                stay(
                        0,
                        10,
                        Field.ID,
                        "a",
                        Field.DEVICE,
                        "Mac",
                        Field.LOCATION,
                        "Lyon (FR)",
                        Field.NETWORK_TYPE,
                        "Wifi"),
                stay(20, 30, Field.ID, "a", Field.DEVICE, "iOS", Field.LOCATION, "Lyon (FR)"),
                stay(0, 10, Field.ID, "b", Field.DEVICE, "Mac", Field.LOCATION, " "));
        assertEquals(Map.of("Mac", 2, "iOS", 1), attendance.devices());
        assertEquals(Map.of("Lyon (FR)", 1), attendance.locations());
        assertEquals(Map.of("Wifi", 1), attendance.networks());
    }

    @Test
    void aFilterLeavesOutWhoWasThereTooShort() {
        Attendance attendance = past(
                stay(0, 30, Field.ID, "a", Field.USER_NAME, "A"),
                stay(0, 29, Field.ID, "b"),
                stay(0, 60, Field.ID, "c"));
        Attendance byMinutes = attendance.filtered(new AttendanceFilter(new BigDecimal("30"), BigDecimal.ZERO));
        assertEquals(2, byMinutes.people().size());
        assertEquals(1, byMinutes.leftOut());
        assertEquals(3, byMinutes.curve().peak());
        Attendance byShare = attendance.filtered(new AttendanceFilter(BigDecimal.ZERO, new BigDecimal("0.51")));
        assertEquals(1, byShare.people().size());
        assertThrows(
                IllegalArgumentException.class, () -> new AttendanceFilter(BigDecimal.ZERO, new BigDecimal("1.1")));
        assertThrows(IllegalArgumentException.class, () -> new AttendanceFilter(new BigDecimal("-1"), BigDecimal.ZERO));
    }

    @Test
    void anEmptyMeetingHasNobody() {
        Attendance attendance = past(List.of());
        assertEquals(List.of(), attendance.people());
        assertEquals(0, attendance.curve().peak());
        assertNull(attendance.curve().peakAt());
        Attendance unknown = of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1"), MEETING.endTime(), List.of());
        assertEquals(AttendanceCurve.NONE, unknown.curve());
    }

    @Test
    void manyPeopleAreCountedLikeFew() {
        List<Row> rows = new ArrayList<>();
        int count = 300;
        for (int stay = 0; stay < 2; stay++) {
            for (int i = count; i > 0; i--) {
                String name = "Person %05d".formatted(i);
                rows.add(stay(20 * stay, 20 * stay + 10, Field.ID, "id" + i, Field.USER_NAME, name));
            }
        }
        rows.add(stay(0, 60, Field.ROLE, "host"));
        Attendance attendance = past(rows);

        List<Person> people = attendance.people();
        assertEquals(count + 1, people.size());
        assertEquals("host", people.get(0).role());
        for (int i = 1; i <= count; i++) {
            Person person = people.get(i);
            assertEquals("Person %05d".formatted(i), person.name());
            assertEquals(new BigDecimal("20"), person.minutes());
            assertEquals(2, person.presence().sessions());
            assertEquals(Field.ID, person.matchedBy());
        }
        assertEquals(count + 1, attendance.curve().peak());
        assertEquals(people, past(rows).people());
        AttendanceFilter filter = new AttendanceFilter(new BigDecimal("21"), BigDecimal.ZERO);
        assertEquals(people.subList(0, 1), attendance.filtered(filter).people());
    }
}

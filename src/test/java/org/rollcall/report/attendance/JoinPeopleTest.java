package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rollcall.report.attendance.AttendanceRows.only;
import static org.rollcall.report.attendance.AttendanceRows.past;
import static org.rollcall.report.attendance.AttendanceRows.row;
import static org.rollcall.report.attendance.AttendanceRows.stay;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** Who of a meeting's rows is one person. */
class JoinPeopleTest {

    @Test
    void matchedByTellsTheIdentifier() {
        assertEquals(Field.PARTICIPANT_USER_ID, matchedBy(Field.PARTICIPANT_USER_ID, Field.ID, Field.USER_NAME));
        assertEquals(Field.ID, matchedBy(Field.ID, Field.REGISTRANT_ID, Field.EMAIL));
        assertEquals(Field.REGISTRANT_ID, matchedBy(Field.REGISTRANT_ID, Field.CUSTOMER_KEY));
        assertEquals(Field.CUSTOMER_KEY, matchedBy(Field.CUSTOMER_KEY, Field.EMAIL));
        assertEquals(Field.EMAIL, matchedBy(Field.EMAIL, Field.USER_NAME));
        assertEquals(Field.USER_NAME, matchedBy(Field.USER_NAME));
    }

    @Test
    void emailAndNameAreJoinedTrimmedAndCaseFolded() {
        assertEquals(
                Field.EMAIL,
                only(past(stay(0, 1, Field.EMAIL, "Rea@Example.com "), stay(2, 3, Field.EMAIL, "rea@example.com")))
                        .matchedBy());
        assertEquals(
                Field.USER_NAME,
                only(past(stay(0, 1, Field.USER_NAME, " STRAẞE"), stay(2, 3, Field.USER_NAME, "straße")))
                        .matchedBy());
        assertEquals(
                2,
                past(stay(0, 1, Field.ID, "Ab"), stay(2, 3, Field.ID, "aB"))
                        .people()
                        .size());
    }

    @Test
    void twoPeopleOfOneNameWithTwoAddressesStayTwo() {
        assertEquals(
                2,
                past(
                                stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@a.example"),
                                stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@b.example"))
                        .people()
                        .size());
    }

    @Test
    void aNameThatTwoPeopleHaveIsNobodysInParticular() {
        List<Person> people = past(
                        stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@a.example"),
                        stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@b.example"),
                        stay(0, 20, Field.USER_NAME, "kim"),
                        stay(30, 50, Field.USER_NAME, "Kim "))
                .people();
        assertEquals(3, people.size());
        assertEquals(
                List.of("10", "10", "40"),
                people.stream().map(p -> p.minutes().toString()).sorted().toList());
    }

    @Test
    void aNameIsThatOfTheOnlyOneWhoHasIt() {
        Person person = only(past(
                stay(0, 10, Field.ID, "a", Field.USER_NAME, "Kim", Field.EMAIL, "kim@a.example"),
                stay(10, 20, Field.EMAIL, "KIM@a.example"),
                stay(20, 25, Field.USER_NAME, "KIM")));
        assertEquals(Field.USER_NAME, person.matchedBy());
        assertEquals(new BigDecimal("25"), person.minutes());
        assertEquals("Kim", person.name());
        assertEquals(
                "KIM@a.example",
                past(stay(0, 1, Field.EMAIL, "KIM@a.example")).people().get(0).email());
    }

    @Test
    void joiningGoesOnThroughAThirdRow() {
        Row a = stay(0, 10, Field.ID, "a", Field.EMAIL, "kim@a.example");
        Row b = stay(10, 20, Field.EMAIL, "kim@a.example");
        Row c = stay(20, 30, Field.ID, "a", Field.USER_NAME, "Kim");
        Row d = stay(30, 40, Field.USER_NAME, "Kim");
        for (List<Row> rows : List.of(List.of(a, b, c, d), List.of(d, c, b, a), List.of(b, d, a, c))) {
            assertEquals(new BigDecimal("40"), only(past(rows)).minutes());
        }
    }

    @Test
    void aStrongerIdentifierThatDiffersKeepsPeopleApart() {
        Row one = stay(0, 10, Field.PARTICIPANT_USER_ID, "1", Field.EMAIL, "desk@a.example");
        Row two = stay(0, 20, Field.PARTICIPANT_USER_ID, "2", Field.EMAIL, "desk@a.example");
        Row either = stay(0, 30, Field.EMAIL, "desk@a.example");
        for (List<Row> rows :
                List.of(List.of(one, two, either), List.of(either, two, one), List.of(two, either, one))) {
            assertEquals(
                    List.of("10", "20", "30"),
                    past(rows).people().stream()
                            .map(p -> p.minutes().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whoHasNoIdentifierInCommonWithAnybodyIsJoinedByTheNextOne() {
        Person person = only(past(
                stay(0, 10, Field.PARTICIPANT_USER_ID, "1", Field.REGISTRANT_ID, "r"),
                stay(10, 20, Field.ID, "7", Field.REGISTRANT_ID, "r")));
        assertEquals(Field.REGISTRANT_ID, person.matchedBy());
    }

    @Test
    void namesAreComparedHoweverTheyAreTyped() {
        Person person = only(past(
                stay(0, 1, Field.USER_NAME, "Lee, Kim"),
                stay(2, 3, Field.USER_NAME, "kim\u00A0 lee"),
                stay(4, 5, Field.USER_NAME, "LEE# KIM")));
        assertEquals(Field.USER_NAME, person.matchedBy());
        assertEquals(3, person.presence().sessions());
        assertEquals(List.of(), person.details().otherNames());
    }

    @Test
    void joiningByNameAloneIsAGuess() {
        assertEquals(
                List.of(Remark.JOINED_BY_NAME),
                only(past(stay(0, 1, Field.USER_NAME, "Kim"), stay(2, 3, Field.USER_NAME, "Kim")))
                        .remarks());
        assertEquals(List.of(), only(past(stay(0, 1, Field.USER_NAME, "Kim"))).remarks());
        assertEquals(
                List.of(),
                only(past(stay(0, 1, Field.EMAIL, "k@a.example"), stay(2, 3, Field.EMAIL, "k@a.example")))
                        .remarks());
    }

    @Test
    void theSameParticipantUuidJoinsAndAnotherKeepsNobodyApart() {
        Person renamed = only(past(
                stay(0, 30, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Kim"),
                stay(30, 40, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Lee (Kim)"),
                stay(50, 60, Field.PARTICIPANT_UUID, "U", Field.EMAIL, "kim@a.example")));
        assertEquals(Field.PARTICIPANT_UUID, renamed.matchedBy());
        assertEquals(List.of(), renamed.remarks());
        assertEquals("Kim", renamed.name());
        assertEquals(List.of("Lee (Kim)"), renamed.details().otherNames());
        assertEquals(
                Field.EMAIL,
                only(past(
                                stay(0, 1, Field.PARTICIPANT_UUID, "U", Field.EMAIL, "k@a.example"),
                                stay(2, 3, Field.PARTICIPANT_UUID, "V", Field.EMAIL, "k@a.example")))
                        .matchedBy());
        assertEquals(
                Field.PARTICIPANT_UUID,
                only(past(stay(0, 1, Field.PARTICIPANT_UUID, "U"), stay(2, 3, Field.PARTICIPANT_UUID, "U")))
                        .matchedBy());
        assertEquals(
                Field.PARTICIPANT_UUID,
                only(past(stay(0, 1, Field.PARTICIPANT_UUID, "U"))).matchedBy());
    }

    @Test
    void theSameParticipantUuidDoesNotJoinTwoAccounts() {
        Row one = stay(0, 10, Field.ID, "a", Field.PARTICIPANT_UUID, "U");
        Row two = stay(0, 20, Field.ID, "b", Field.PARTICIPANT_UUID, "U");
        Row either = stay(0, 30, Field.USER_NAME, "Kim", Field.PARTICIPANT_UUID, "U");
        assertEquals(List.of("10", "20", "30"), minutes(one, two, either));
        assertEquals(List.of("10", "20", "30"), minutes(either, two, one));
    }

    @Test
    void aNameThatAPersonHasBesidesJoinsThem() {
        // Kim is who was Kimberly in the same session, and who has the one e-mail address of that name.
        assertEquals(
                1,
                past(
                                stay(0, 10, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Kim"),
                                stay(10, 20, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Kimberly"),
                                stay(30, 40, Field.USER_NAME, "Kim"),
                                stay(40, 50, Field.USER_NAME, "Kimberly", Field.EMAIL, "kim@a.example"))
                        .people()
                        .size());
        // Where its two names are two people's, it is neither's.
        assertEquals(
                List.of("10", "20", "30"),
                minutes(
                        stay(0, 10, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Kim"),
                        stay(10, 20, Field.PARTICIPANT_UUID, "U", Field.USER_NAME, "Lee"),
                        stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@a.example"),
                        stay(0, 30, Field.USER_NAME, "Lee", Field.EMAIL, "lee@a.example")));
    }

    @Test
    void callersAreToldApartByTheirNumber() {
        assertEquals(
                List.of("20", "25"),
                minutes(
                        caller(0, 10, "Caller", "+33 1"),
                        caller(20, 30, "Caller", "+33 1"),
                        caller(5, 30, "Caller", "+33 2")));
        // From neither number: it can be of either.
        assertEquals(
                List.of("5", "10", "20"),
                minutes(
                        caller(0, 10, "Caller", "+33 1"),
                        caller(0, 20, "Caller", "+33 2"),
                        stay(30, 35, Field.USER_NAME, "Caller")));
        // Of one number only: it is theirs.
        assertEquals(List.of("15"), minutes(caller(0, 10, "Caller", "+33 1"), stay(30, 35, Field.USER_NAME, "Caller")));
        Person caller = only(past(caller(0, 10, "Caller", "+33 1")));
        assertEquals(List.of("+33 1"), caller.details().callNumbers());
        assertEquals(Field.USER_NAME, caller.matchedBy());
    }

    @Test
    void aCallerIsTheOnePersonOfThatName() {
        Row kim = stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@a.example");
        Row calling = stay(
                0,
                10,
                Field.USER_NAME,
                "Kim",
                Field.EMAIL,
                "kim@a.example",
                Field.AUDIO_CALL,
                "[{\"call_number\":\"+33 9\"}]");
        Row caller = caller(20, 40, "Kim", "+33 1");
        assertEquals(List.of("30"), minutes(kim, caller));
        assertEquals(List.of("30"), minutes(caller, kim));
        assertEquals(List.of("10", "20"), minutes(calling, caller));
        assertEquals(List.of("10", "20"), minutes(caller, calling));
        assertEquals(List.of("10", "15", "20"), minutes(kim, caller, caller(40, 55, "Kim", "+33 2")));
        assertEquals(
                List.of("10", "10", "20"),
                minutes(kim, caller, stay(0, 10, Field.USER_NAME, "Kim", Field.EMAIL, "kim@b.example")));
    }

    @Test
    void aDevicesNameJoinsNobodyAtTheSameTime() {
        Row first = stay(0, 10, Field.USER_NAME, "iPhone");
        Row second = stay(5, 25, Field.USER_NAME, "iPhone");
        Row later = stay(30, 45, Field.USER_NAME, "iPhone");
        assertEquals(List.of("10", "15", "20"), minutes(first, second, later));
        Person one = only(past(first, later));
        assertEquals(new BigDecimal("25"), one.minutes());
        assertEquals(List.of(Remark.JOINED_BY_DEVICE_NAME), one.remarks());
        // Two at once of one name are one person at two devices.
        assertEquals(List.of("25"), minutes(stay(0, 10, Field.USER_NAME, "Kim"), stay(5, 25, Field.USER_NAME, "Kim")));
    }

    @Test
    void aDevicesNameIsTheOnlyOnesWhoWasNotThereMeanwhile() {
        Row owner = stay(0, 10, Field.ID, "a", Field.USER_NAME, "iPad");
        assertEquals(List.of("10", "20"), minutes(owner, stay(5, 25, Field.USER_NAME, "iPad")));
        assertEquals(List.of("30"), minutes(owner, stay(10, 30, Field.USER_NAME, "iPad")));
        Row elsewhere = stay(20, 40, Field.ID, "a", Field.USER_NAME, "Kim");
        assertEquals(List.of("20", "30"), minutes(owner, elsewhere, stay(10, 30, Field.USER_NAME, "iPad")));
    }

    @Test
    void devicesOfOneSessionAreOne() {
        assertEquals(
                List.of("5", "25"),
                minutes(
                        stay(0, 10, Field.USER_NAME, "iPhone", Field.PARTICIPANT_UUID, "U"),
                        stay(5, 25, Field.USER_NAME, "iPhone", Field.PARTICIPANT_UUID, "U"),
                        stay(20, 25, Field.USER_NAME, "iPhone")));
        assertEquals(
                List.of(),
                only(past(
                                stay(0, 10, Field.USER_NAME, "iPhone", Field.PARTICIPANT_UUID, "U"),
                                stay(5, 25, Field.USER_NAME, "iPhone", Field.PARTICIPANT_UUID, "U")))
                        .remarks());
    }

    @Test
    void aDeviceWhoseTimeIsUnknownMayBeThereAtAnyTime() {
        assertEquals(
                2,
                past(stay(0, 10, Field.USER_NAME, "iPhone"), row(Field.USER_NAME, "iPhone"))
                        .people()
                        .size());
    }

    @Test
    void rowsThatTellNothingStayByThemselves() {
        Attendance attendance = past(stay(0, 10, Field.ID, " ", Field.USER_NAME, ""), stay(0, 10), row());
        assertEquals(3, attendance.people().size());
        assertNull(attendance.people().get(0).matchedBy());
        assertEquals(2, attendance.curve().peak());
    }

    private static Field matchedBy(Field... fields) {
        Object[] fieldsAndTexts = new Object[2 * fields.length];
        for (int i = 0; i < fields.length; i++) {
            fieldsAndTexts[2 * i] = fields[i];
            fieldsAndTexts[2 * i + 1] = "x";
        }
        return only(past(stay(0, 10, fieldsAndTexts), stay(20, 30, fieldsAndTexts)))
                .matchedBy();
    }

    private static Row caller(int join, int leave, String name, String number) {
        String call = "[{\"call_type\":\"call-in\",\"call_number\":\"" + number + "\",\"zoom_number\":\"+1 2\"}]";
        return stay(join, leave, Field.USER_NAME, name, Field.AUDIO_CALL, call);
    }

    private static List<String> minutes(Row... rows) {
        return past(rows).people().stream()
                .map(Person::minutes)
                .sorted()
                .map(BigDecimal::toString)
                .toList();
    }
}

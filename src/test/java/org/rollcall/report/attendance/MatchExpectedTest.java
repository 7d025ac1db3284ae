package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.report.attendance.AttendanceRows.END;
import static org.rollcall.report.attendance.AttendanceRows.START;
import static org.rollcall.report.attendance.AttendanceRows.stay;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** Who of a meeting was expected, and who of the expected was not there. */
class MatchExpectedTest {
    private static final ExpectedPerson KIM = person("1", "Kim Lee", "kim@a.example");
    private static final ExpectedPerson SAM = person("2", "Sam Roe", "sam@a.example");

    @Test
    void whoIsExpectedAndWasNotThereIsAbsentOrExcused() {
        ExpectedPerson excused = new ExpectedPerson("Ann", null, "r1", List.of(), true, Map.of("group", "B"));
        List<Person> people = people(List.of(SAM, KIM, excused), stay(0, 60, Field.EMAIL, "KIM@a.example "));
        assertEquals(List.of("KIM@a.example", "null", "sam@a.example"), strings(people, Person::email));
        assertEquals(List.of("PRESENT", "EXCUSED", "ABSENT"), strings(people, Person::status));
        Person ann = people.get(1);
        assertEquals("Ann", ann.name());
        assertEquals(Map.of("group", "B"), ann.roster());
        assertEquals(new Identifiers(null, "r1", null), ann.identifiers());
        Person sam = people.get(2);
        assertEquals(List.of(), sam.remarks());
        assertEquals(BigDecimal.ZERO, sam.minutes());
        assertEquals(BigDecimal.ZERO, sam.share());
        assertEquals(0, sam.presence().sessions());
        assertNull(sam.firstJoin());
        assertNull(sam.matchedBy());
        assertNull(sam.presence().lateMinutes());
        assertFalse(sam.isAttending());
    }

    @Test
    void theAbsentAreNotCountedAmongThePeople() {
        Attendance attendance = attendance(List.of(KIM, SAM), stay(0, 60, Field.EMAIL, "kim@a.example"));
        assertEquals(1, attendance.totals().people());
        assertEquals(1, attendance.totals().count(AttendanceStatus.ABSENT));
        assertEquals(1, attendance.curve().peak());
    }

    @Test
    void isMatchedByEmailThenByRegistrantIdThenByAliasThenByName() {
        ExpectedPerson registrant = new ExpectedPerson("Reg", null, "r1", List.of(), false, Map.of("n", "3"));
        ExpectedPerson alias = new ExpectedPerson("Ali", null, null, List.of("Bo Bo"), false, Map.of("n", "4"));
        ExpectedPerson name = new ExpectedPerson("Roe, Max", null, null, List.of(), false, Map.of("n", "5"));
        List<ExpectedPerson> roster = List.of(KIM, registrant, alias, name);
        assertEquals(Map.of("n", "1"), found(roster, Field.EMAIL, "kim@a.example", Field.REGISTRANT_ID, "r1"));
        assertEquals(Map.of("n", "3"), found(roster, Field.REGISTRANT_ID, "r1", Field.USER_NAME, "Bo Bo"));
        assertEquals(Map.of("n", "3"), found(roster, Field.REGISTRANT_ID, "r1", Field.EMAIL, "other@a.example"));
        assertEquals(Map.of("n", "4"), found(roster, Field.USER_NAME, "bo  BO"));
        assertEquals(Map.of("n", "5"), found(roster, Field.USER_NAME, "Max Roe"));
        assertEquals(Map.of(), found(roster, Field.USER_NAME, "Max"));
    }

    @Test
    void theNameIsZoomsAndTheEmailTheRostersWhereZoomHasNone() {
        Person kim =
                people(List.of(KIM), stay(0, 60, Field.USER_NAME, "LEE, Kim")).get(0);
        assertEquals("LEE, Kim", kim.name());
        assertEquals("kim@a.example", kim.email());
        assertEquals(
                "KIM@a.example",
                people(List.of(KIM), stay(0, 60, Field.EMAIL, "KIM@a.example"))
                        .get(0)
                        .email());
    }

    @Test
    void aNameAloneIsNotCertainWhereMoreCouldHaveSaidSo() {
        assertEquals(
                List.of(Remark.MATCHED_BY_NAME),
                people(List.of(KIM), stay(0, 60, Field.USER_NAME, "Kim Lee"))
                        .get(0)
                        .remarks());
        ExpectedPerson registrant = new ExpectedPerson("Kim Lee", null, "r1", List.of(), false, Map.of());
        assertEquals(
                List.of(Remark.MATCHED_BY_NAME),
                people(List.of(registrant), stay(0, 60, Field.USER_NAME, "Kim Lee"))
                        .get(0)
                        .remarks());
        ExpectedPerson nameAlone = ExpectedPerson.of("Kim Lee", " ");
        assertEquals(
                List.of(),
                people(List.of(nameAlone), stay(0, 60, Field.USER_NAME, "Kim Lee"))
                        .get(0)
                        .remarks());
    }

    @Test
    void twoPeopleOfOneExpectedNameAreBothSaidToBeUncertain() {
        List<Person> people = people(
                List.of(ExpectedPerson.of("Kim Lee", null)),
                stay(0, 60, Field.ID, "a", Field.USER_NAME, "Kim Lee"),
                stay(0, 60, Field.ID, "b", Field.USER_NAME, "Kim Lee"));
        assertEquals(2, people.size());
        for (Person person : people) {
            assertEquals(List.of(Remark.MATCHED_BY_NAME), person.remarks());
        }
    }

    @Test
    void whoIsNotExpectedIsNamed() {
        List<Person> people =
                people(List.of(KIM), stay(0, 60, Field.EMAIL, "kim@a.example"), stay(0, 60, Field.USER_NAME, "Zed"));
        assertEquals(List.of("Zed", "null"), strings(people, Person::name));
        Person zed = people.get(0);
        assertEquals("not on the roster", zed.remark());
        assertEquals(Map.of(), zed.roster());
    }

    @Test
    void someoneElseOfTheNameOfSomebodyWhoIsThereIsSaidToBe() {
        List<Person> people = people(
                List.of(KIM),
                stay(0, 60, Field.EMAIL, "kim@a.example", Field.USER_NAME, "K."),
                stay(0, 60, Field.EMAIL, "kim@b.example", Field.USER_NAME, "Kim Lee"));
        Person other = people.stream()
                .filter(person -> person.name().equals("Kim Lee"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(Remark.NAME_OF_EXPECTED), other.remarks());
        assertEquals(Map.of(), other.roster());
    }

    @Test
    void severalExpectedOfOneNameAreNotGuessed() {
        ExpectedPerson other = person("2", "Lee, Kim", "kim@b.example");
        List<Person> people = people(List.of(KIM, other), stay(0, 60, Field.USER_NAME, "Kim Lee"));
        assertEquals(List.of("PRESENT", "ABSENT", "ABSENT"), strings(people, Person::status));
        assertEquals(List.of(Remark.SEVERAL_EXPECTED), people.get(0).remarks());
        assertEquals(List.of(Remark.PERHAPS_PRESENT), people.get(1).remarks());
        assertEquals(List.of(Remark.PERHAPS_PRESENT), people.get(2).remarks());
        // The one that is left has that name for certain once the other is there by e-mail address.
        List<Person> both = people(
                List.of(KIM, other),
                stay(0, 60, Field.EMAIL, "kim@b.example"),
                stay(0, 60, Field.USER_NAME, "Kim Lee"));
        assertEquals(
                List.of("1", "2"),
                both.stream().map(person -> person.roster().get("n")).sorted().toList());
    }

    @Test
    void anEmailAddressOfTwoIsThatOfWhoHasTheName() {
        ExpectedPerson sister = person("2", "Ann Lee", "kim@a.example");
        assertEquals(
                Map.of("n", "2"),
                found(List.of(KIM, sister), Field.EMAIL, "kim@a.example", Field.USER_NAME, "Ann Lee"));
        List<Person> neither =
                people(List.of(KIM, sister), stay(0, 60, Field.EMAIL, "kim@a.example", Field.USER_NAME, "Family"));
        assertEquals(List.of(Remark.SEVERAL_EXPECTED), neither.get(0).remarks());
        assertEquals(3, neither.size());
        assertEquals(List.of(Remark.PERHAPS_PRESENT), neither.get(1).remarks());
    }

    @Test
    void duplicateLinesOfTheRosterAreOnePerson() {
        ExpectedPerson again = new ExpectedPerson(
                "LEE, Kim", "KIM@a.example", null, List.of("K."), true, Map.of("n", "", "group", "B"));
        ExpectedPerson first = new ExpectedPerson(
                "Kim Lee", "kim@a.example", null, List.of("Kimmy"), false, Map.of("n", "1", "group", " "));
        List<Person> people = people(List.of(first, again));
        assertEquals(List.of("EXCUSED"), strings(people, Person::status));
        assertEquals(Map.of("n", "1", "group", "B"), people.get(0).roster());
        assertEquals(
                List.of(),
                people(List.of(first, again), stay(0, 60, Field.USER_NAME, "K."))
                        .get(0)
                        .remarks());
        assertEquals(
                List.of(),
                people(List.of(first, again), stay(0, 60, Field.USER_NAME, "Kimmy"))
                        .get(0)
                        .remarks());
        // Of one name and no more, they are one person unless something else differs.
        assertEquals(
                1,
                people(List.of(person("1", "Al", null), person("1", "al", null)))
                        .size());
        assertEquals(
                2,
                people(List.of(person("1", "Al", null), person("2", "al", null)))
                        .size());
        assertEquals(2, people(List.of(registrant("r1"), registrant("r2"))).size());
        assertEquals(1, people(List.of(registrant("r1"), registrant("r1"))).size());
    }

    @Test
    void anAliasSettlesWhoseRowsTheyAre() {
        ExpectedPerson kim =
                new ExpectedPerson("Kim Lee", "kim@a.example", null, List.of("Kimmy", "iPad"), false, Map.of("n", "1"));
        List<Person> people = people(
                List.of(kim),
                stay(0, 10, Field.EMAIL, "kim@a.example"),
                stay(20, 30, Field.USER_NAME, "KIMMY"),
                stay(30, 40, Field.USER_NAME, "Kimmy"),
                stay(50, 60, Field.ID, "x", Field.USER_NAME, "iPad"));
        assertEquals(1, people.size());
        assertEquals(new BigDecimal("40"), people.get(0).minutes());
        assertEquals(List.of(), people.get(0).remarks());
        assertEquals(Field.USER_NAME, people.get(0).matchedBy());
        assertEquals(Map.of("n", "1"), people.get(0).roster());
    }

    @Test
    void anAliasJoinsWithoutAnyoneMatchedOtherwise() {
        ExpectedPerson kim = new ExpectedPerson("Kim Lee", null, null, List.of("K", "Kimmy"), false, Map.of());
        List<Person> people = people(
                List.of(kim), stay(0, 10, Field.USER_NAME, "K"), stay(20, 30, Field.ID, "x", Field.USER_NAME, "Kimmy"));
        assertEquals(1, people.size());
        assertEquals(new BigDecimal("20"), people.get(0).minutes());
    }

    @Test
    void twoAccountsOfOneExpectedEmailAddressStayTwo() {
        ExpectedPerson kim =
                new ExpectedPerson("Kim", "kim@a.example", null, List.of("Kimmy"), false, Map.of("n", "1"));
        Row one = stay(0, 10, Field.ID, "x", Field.EMAIL, "kim@a.example");
        Row two = stay(0, 20, Field.ID, "y", Field.EMAIL, "kim@a.example");
        Row alias = stay(0, 30, Field.USER_NAME, "Kimmy");
        for (List<Row> rows : List.of(List.of(one, two, alias), List.of(alias, two, one))) {
            List<Person> people = people(List.of(kim), rows.toArray(Row[]::new));
            assertEquals(3, people.size());
            assertTrue(people.stream().allMatch(person -> person.roster().equals(Map.of("n", "1"))));
        }
    }

    @Test
    void aDevicesNameAsAnAliasSettlesNothingWhereTwoHaveIt() {
        ExpectedPerson kim = new ExpectedPerson("Kim", null, null, List.of("iPad"), false, Map.of("n", "1"));
        List<Person> people =
                people(List.of(kim), stay(0, 10, Field.USER_NAME, "iPad"), stay(5, 20, Field.USER_NAME, "iPad"));
        assertEquals(2, people.size());
        for (Person person : people) {
            assertEquals(List.of(Remark.MATCHED_BY_NAME), person.remarks());
            assertEquals(Map.of("n", "1"), person.roster());
        }
        assertEquals(
                List.of(),
                people(List.of(kim), stay(0, 10, Field.USER_NAME, "iPad"))
                        .get(0)
                        .remarks());
    }

    @Test
    void anExpectedPersonInTheWaitingRoomIsNotAbsent() {
        List<Person> people =
                people(List.of(KIM), stay(0, 60, Field.EMAIL, "kim@a.example", Field.STATUS, "in_waiting_room"));
        assertEquals(List.of("WAITING_ROOM_ONLY"), strings(people, Person::status));
        assertEquals(Map.of("n", "1"), people.get(0).roster());
    }

    @Test
    void aRosterOfAMeetingNobodyAttendedIsAllAbsent() {
        assertEquals(List.of("ABSENT", "ABSENT"), strings(people(List.of(KIM, SAM)), Person::status));
        assertEquals(
                List.of(Remark.NOT_EXPECTED),
                people(List.of(), stay(0, 60)).get(0).remarks());
        assertEquals(List.of(), people(null, stay(0, 60)).get(0).remarks());
    }

    @Test
    void theAbsentComeLastByName() {
        List<Person> people = people(
                List.of(SAM, KIM),
                stay(0, 60, Field.USER_NAME, "Zed"),
                stay(0, 60, Field.USER_NAME, "Vic", Field.ROLE, "attendee"));
        assertEquals(List.of("Vic", "Zed", "Kim Lee", "Sam Roe"), strings(people, Person::name));
    }

    @Test
    void columnsKeepTheirOrderAndHaveNoNulls() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("z", null);
        columns.put("a", "1");
        ExpectedPerson person = new ExpectedPerson(" Kim ", "", " r ", List.of(), false, columns);
        assertEquals("{z=, a=1}", person.columns().toString());
        assertEquals("Kim", person.name());
        assertNull(person.email());
        assertEquals("r", person.registrantId());
    }

    private static ExpectedPerson person(String number, String name, String email) {
        return new ExpectedPerson(name, email, null, List.of(), false, Map.of("n", number));
    }

    private static ExpectedPerson registrant(String id) {
        return new ExpectedPerson("Reg", null, id, List.of(), false, Map.of("n", id));
    }

    private static Map<String, String> found(List<ExpectedPerson> roster, Object... fieldsAndTexts) {
        return people(roster, stay(0, 60, fieldsAndTexts)).get(0).roster();
    }

    private static <T> List<String> strings(List<Person> people, Function<Person, T> value) {
        return people.stream()
                .map(person -> String.valueOf(value.apply(person)))
                .collect(Collectors.toList());
    }

    private static List<Person> people(List<ExpectedPerson> expected, Row... rows) {
        return attendance(expected, rows).people();
    }

    private static Attendance attendance(List<ExpectedPerson> expected, Row... rows) {
        AttendanceFold fold = new AttendanceFold();
        fold.add(Arrays.asList(rows));
        return fold.finish(AttendanceContext.of(START, END, null).withExpected(expected));
    }
}

package org.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.rollcall.report.AttendanceRows.only;
import static org.rollcall.report.AttendanceRows.past;
import static org.rollcall.report.AttendanceRows.row;
import static org.rollcall.report.AttendanceRows.stay;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who of a meeting's rows is one person. */
class JoinPeopleTest {

    @Test
    void matchedByTellsTheIdentifier() {
        assertEquals(Field.PARTICIPANT_USER_ID, matchedBy(Field.PARTICIPANT_USER_ID, Field.ID, Field.USER_NAME));
        assertEquals(Field.ID, matchedBy(Field.ID, Field.REGISTRANT_ID, Field.EMAIL));
        assertEquals(Field.REGISTRANT_ID, matchedBy(Field.REGISTRANT_ID, Field.EMAIL));
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
    void rowsThatTellNothingStayByThemselves() {
        Attendance attendance = past(stay(0, 10, Field.ID, " ", Field.USER_NAME, ""), stay(0, 10), row());
        assertEquals(3, attendance.people().size());
        assertNull(attendance.people().get(0).matchedBy());
        assertEquals(2, attendance.concurrency().peak());
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
}

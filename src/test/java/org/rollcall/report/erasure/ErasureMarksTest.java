package org.rollcall.report.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;

class ErasureMarksTest {
    private static final String UUID = "uuid-1";

    private static ErasureMarks given(PersonIdentifiers person) {
        return ErasureMarks.NONE.with(List.of(person), List.of());
    }

    private static PersonIdentifiers name(String name, String instance) {
        return new PersonIdentifiers(null, name, instance, null, null, null);
    }

    private static Identity row(String user, String id, String registrant, String key, String email, String name) {
        return new Identity(user, id, registrant, key, email, name, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada@Example.edu", " ada@example.EDU ", "ada@example.edu"})
    void addressesAreComparedWithoutCaseAndBlanks(String email) {
        ErasureMarks marks = given(PersonIdentifiers.ofEmail(email));

        assertThat(marks.matches(row(null, null, null, null, "aDa@example.edu", "Someone"), UUID))
                .isTrue();
        assertThat(marks.matches(row(null, null, null, null, "ada@example.com", "Someone"), UUID))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Byron", "byron, zoë", "ZOË\u00a0 BYRON", "Zoe\u0308 Byron"})
    void namesAreComparedAsThoseOfRowsAre(String name) {
        assertThat(given(name(name, null)).matches(row("7", null, null, null, null, "Zoë Byron"), null))
                .isTrue();
    }

    @Test
    void aNameForOneInstanceCountsThereAlone() {
        ErasureMarks marks = given(name("Ada Byron", UUID));
        Identity ada = row(null, null, null, null, null, "ada byron");

        assertThat(marks.matches(ada, UUID)).isTrue();
        assertThat(marks.matches(ada, "uuid-2")).isFalse();
        assertThat(marks.matches(ada, null)).isFalse();
    }

    @Test
    void anIdIsThatOfTheRowByEitherName() {
        ErasureMarks marks = given(new PersonIdentifiers(null, null, null, "user-1", null, null));

        assertThat(marks.matches(row("user-1", null, null, null, null, null), UUID))
                .isTrue();
        assertThat(marks.matches(row(null, "user-1", null, null, null, null), UUID))
                .isTrue();
        assertThat(marks.matches(row(null, null, "user-1", "user-1", "user-1", "user-1"), UUID))
                .as("an identifier of another kind")
                .isFalse();
    }

    @Test
    void registrantsAndKeysAreFound() {
        ErasureMarks marks = given(new PersonIdentifiers(null, null, null, null, "r", "k"));

        assertThat(marks.matches(row("1", null, "r", null, null, null), UUID)).isTrue();
        assertThat(marks.matches(row("1", null, null, "k", null, null), UUID)).isTrue();
        assertThat(marks.matches(row("1", null, "k", "r", null, null), UUID)).isFalse();
    }

    @Test
    void aNameThatWasFoundCountsForItsInstanceAlone() {
        ErasureMarks marks = ErasureMarks.NONE.with(
                List.of(PersonIdentifiers.ofEmail("ada@example.edu")),
                List.of(name("Ada Byron", null), name("Countess", UUID)));

        assertThat(marks.matches(name("Ada Byron", null))).isFalse();
        assertThat(marks.matches(name("Ada Byron", UUID))).isFalse();
        assertThat(marks.matches(name("Countess", UUID))).isTrue();
        assertThat(marks.found()).containsOnlyKeys(MarkKind.NAME_IN_INSTANCE);
    }

    @Test
    void whatARowSaysIsFoundForItsInstance() {
        PersonIdentifiers found = PersonIdentifiers.found(
                        row(null, "user-1", "r", null, "ada@example.edu", "Ada Byron"), UUID)
                .orElseThrow();

        assertThat(found).isEqualTo(new PersonIdentifiers("ada@example.edu", "Ada Byron", UUID, "user-1", "r", null));
        assertThat(PersonIdentifiers.found(row(null, null, null, null, "at home", "iPhone"), UUID))
                .as("neither an address nor a person's name")
                .isEmpty();
        assertThat(PersonIdentifiers.found(row(null, null, null, null, null, "Ada Byron"), null))
                .isEmpty();
    }

    @Test
    void theHostAndWhoIsExpectedAreJudgedByNameAndAddress() {
        MarkedPeople marked = ErasureMarks.NONE
                .with(List.of(new PersonIdentifiers("ada@example.edu", "Ada Byron", null, null, "r", null)), List.of())
                .in(UUID);

        assertThat(marked.testHost(host("Someone", "ADA@example.edu"))).isTrue();
        assertThat(marked.testHost(host("Byron, Ada", null))).isTrue();
        assertThat(marked.testHost(host("Ben", "ben@example.edu"))).isFalse();
        assertThat(marked.testHost(host(null, null))).isFalse();
        assertThat(marked.test(ExpectedPerson.of("Ada", "ada@example.edu"))).isTrue();
        assertThat(marked.test(expected("Ben", "r"))).isTrue();
        assertThat(marked.test(expected("Ben", null, "ada byron"))).isTrue();
        assertThat(marked.test(expected("Ben", null, "Benny"))).isFalse();
    }

    private static Meeting host(String name, String email) {
        return Meeting.ofId(MeetingKind.MEETING, "1").withHost(name, email);
    }

    private static ExpectedPerson expected(String name, String registrantId, String... aliases) {
        return new ExpectedPerson(name, null, registrantId, List.of(aliases), false, java.util.Map.of());
    }

    @Test
    void nobodyIsMarkedByNoMarks() {
        assertThat(ErasureMarks.NONE.isEmpty()).isTrue();
        assertThat(ErasureMarks.NONE.matches(row("1", "1", "1", "1", "a@b", "Ada"), UUID))
                .isFalse();
        assertThat(ErasureMarks.NONE.in(UUID).testHost(host("Ada", "a@b"))).isFalse();
        assertThat(ErasureMarks.NONE.in(UUID).test(ExpectedPerson.of("Ada", "a@b")))
                .isFalse();
    }

    @Test
    void theKeyStaysAndIsAnothersEachTime() {
        ErasureMarks marks = given(PersonIdentifiers.ofEmail("ada@example.edu"));
        ErasureMarks more = marks.with(List.of(PersonIdentifiers.ofEmail("ben@example.edu")), List.of());

        assertThat(marks.key()).hasSize(ErasureMarks.KEY_BYTES);
        assertThat(more.key()).isEqualTo(marks.key());
        assertThat(more.hasAll(marks)).isTrue();
        assertThat(marks.hasAll(more)).isFalse();
        assertThat(given(PersonIdentifiers.ofEmail("ada@example.edu")).given()).isNotEqualTo(marks.given());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "- | - | - | - | Nobody is named",
                "ada | - | - | - | email is no e-mail address",
                "a da@example.edu | - | - | - | email is no e-mail address",
                "- | iPhone | - | - | name is that of a device",
                "- | Zoom user | - | - | name is that of a device",
                "- | '#,' | - | - | name is that of a device",
                "ada@example.edu | - | uuid | - | meeting_uuid stands without name",
                "- | - | uuid | - | Nobody is named"
            })
    void whatIsNoPersonIsRefused(String email, String name, String instance, String user, String message) {
        assertThatThrownBy(() -> new PersonIdentifiers(email, name, instance, user, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatIsEndlessIsRefusedAndWhatIsBlankIsNotThere() {
        assertThatThrownBy(() -> new PersonIdentifiers(null, null, null, "1".repeat(1001), null, null))
                .hasMessage("participant_user_id is too long. It accepts 1000 characters at most.");
        assertThat(new PersonIdentifiers(" ", "Ada", " ", " 1 ", "", "\u00a0"))
                .isEqualTo(new PersonIdentifiers(null, "Ada", null, "1", null, null));
    }

    @Test
    void nothingSaysWhoItIs() {
        assertThat(name("Ada Byron", null)).hasToString("PersonIdentifiers");
        assertThat(given(PersonIdentifiers.ofEmail("ada@example.edu"))).hasToString("ErasureMarks of 1");
    }
}

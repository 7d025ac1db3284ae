package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.MarkKind;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.settings.TestSettings;
import org.rollcall.store.erasure.ErasureMarkStore;

class ErasureMarkStoreTest extends S3Test {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MARKS = "zoom/erased/marks.json";
    private static final PersonIdentifiers ADA =
            new PersonIdentifiers("ada@example.edu", "Ada Byron", null, "user-1", "registrant-1", "key-1");
    private static final PersonIdentifiers BEN = PersonIdentifiers.ofEmail("ben@example.edu");

    private ErasureMarkStore store;

    @BeforeEach
    void open() {
        store = store();
    }

    private static ErasureMarkStore store() {
        return new ErasureMarkStore(
                new ReportDestination(TestSettings.of("REPORT_DESTINATION", "s3://reports/zoom"), client, null),
                MAPPER);
    }

    @Test
    void nobodyIsMarkedWhereThereAreNoMarks() {
        assertThat(store.read().isEmpty()).isTrue();
        assertThat(s3.takeRequests()).containsExactly("GET " + MARKS);
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void nobodyIsMarkedWhereThereIsNoDestination() {
        ErasureMarkStore nowhere = new ErasureMarkStore(
                new ReportDestination(TestSettings.of("REPORT_FORMATS", "json"), client, null), MAPPER);

        assertThat(nowhere.read().isEmpty()).isTrue();
    }

    @Test
    void whatIsAddedIsThereForAll() {
        store.add(ADA, List.of(new PersonIdentifiers(null, "Ada B", "uuid-1", "user-2", null, null)));
        store.add(BEN, List.of());

        ErasureMarks marks = store().read();

        assertThat(marks.matches(ADA)).isTrue();
        assertThat(marks.matches(BEN)).isTrue();
        assertThat(marks.matches(new PersonIdentifiers(null, null, null, "user-2", null, null)))
                .isTrue();
        assertThat(marks.matches(new PersonIdentifiers(null, "ada b", "uuid-1", null, null, null)))
                .isTrue();
        assertThat(marks.matches(new PersonIdentifiers(null, "ada b", "uuid-2", null, null, null)))
                .isFalse();
        assertThat(marks.matches(PersonIdentifiers.ofEmail("cleo@example.edu"))).isFalse();
        assertThat(marks.given().get(MarkKind.EMAIL)).hasSize(2);
        assertThat(marks.found()).containsOnlyKeys(MarkKind.NAME_IN_INSTANCE, MarkKind.PARTICIPANT_USER_ID);
    }

    @Test
    void noIdentifierIsStored() {
        store.add(ADA, List.of(BEN));

        assertThat(s3.keys()).containsExactly(MARKS);
        assertThat(s3.contentType(MARKS)).isEqualTo("application/json");
        assertThat(s3.text(MARKS).toLowerCase()).doesNotContain("byron", "example", "user-1", "registrant-1", "key-1");
    }

    @Test
    void marksThatAreThereAreNotWrittenAgain() {
        store.add(ADA, List.of());
        String before = s3.text(MARKS);
        s3.takeRequests();

        store.add(ADA, List.of());

        assertThat(s3.takeRequests()).containsExactly("GET " + MARKS);
        assertThat(s3.text(MARKS)).isEqualTo(before);
    }

    @Test
    void marksAreReadAgainOnlyWhereTheyHaveChanged() {
        store.add(ADA, List.of());
        ErasureMarks first = store.read();

        assertThat(store.read()).as("the very same").isSameAs(first);
        store().add(BEN, List.of());
        assertThat(store.read().matches(BEN)).isTrue();
        s3.delete(MARKS);
        assertThat(store.read().isEmpty()).isTrue();
    }

    @Test
    void whoIsSlowerThanAnotherAddsToWhatTheOtherAdded() {
        store.add(ADA, List.of());
        ErasureMarkStore slower = store();
        s3.afterNextRead(() -> store.add(BEN, List.of()));

        slower.add(PersonIdentifiers.ofEmail("cleo@example.edu"), List.of());

        ErasureMarks marks = store.read();
        assertThat(List.of(ADA, BEN, PersonIdentifiers.ofEmail("cleo@example.edu")))
                .allMatch(marks::matches);
    }

    @Test
    void ofManyWhoAddAtOnceNoneLosesTheirs() {
        List<PersonIdentifiers> people = IntStream.range(0, 8)
                .mapToObj(number -> PersonIdentifiers.ofEmail("p" + number + "@example.edu"))
                .toList();
        ExecutorService executor = Executors.newFixedThreadPool(people.size());
        try {
            InParallel.map(people, person -> store().add(person, List.of()), executor);
        } finally {
            executor.shutdown();
        }

        ErasureMarks marks = store.read();
        assertThat(people).allMatch(marks::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"version\":2,\"key\":\"KEY\",\"given\":{},\"found\":{}}",
                "{\"version\":1,\"key\":\"c2hvcnQ=\",\"given\":{},\"found\":{}}",
                "{\"version\":1,\"key\":\"%\",\"given\":{},\"found\":{}}",
                "{\"version\":1,\"key\":\"KEY\",\"given\":{}}",
                "{\"version\":1,\"key\":\"KEY\",\"given\":{\"phone\":[]},\"found\":{}}",
                "{\"version\":1,\"key\":\"KEY\",\"given\":{\"email\":\"x\"},\"found\":{}}",
                "{\"version\":1,\"key\":\"KEY\",\"given\":{\"email\":[\"ada@example.edu\"]},\"found\":{}}",
                "{\"version\":1,\"key\":\"KEY\",\"given\":{\"email\":["
            })
    void whatIsNotUnderstoodIsAFailureThatSaysWhatToDo(String json) {
        s3.put(MARKS, json.replace("KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));

        assertThatThrownBy(() -> store.read())
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .hasMessageContaining("s3://reports/" + MARKS)
                .hasMessageContaining("nothing is stored")
                .hasMessageContaining("earlier version")
                .hasMessageNotContaining("ada@");
        assertThatThrownBy(() -> store.add(BEN, List.of())).isInstanceOf(StoreException.class);
    }

    @Test
    void marksThatCannotBeReadAreAFailureThoughTheyWereReadBefore() {
        store.add(ADA, List.of());
        store.read();
        s3.refuse("marks.json");

        assertThatThrownBy(() -> store.read())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://reports/" + MARKS);
    }
}

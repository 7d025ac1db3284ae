package org.rollcall.lambda.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.api.Rows;

/** A person is erased from everything that is stored. */
@QuarkusTest
class EraseTest extends PrivacyTest {
    private static final String ADA = "{'email':'" + EMAIL + "'}";

    @Inject
    ErasureMarkStore marks;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingOfThePersonIsLeftAndOthersStayAsTheyAre(boolean isVersioned) {
        storeAll(isVersioned);
        List<String> others = othersRows(FIRST, "2026-11-15");

        JsonNode done = erase(ADA);

        assertThat(done.path("complete").booleanValue()).isTrue();
        assertThat(done.path("reports").intValue()).isEqualTo(4);
        assertThat(done.path("emptied_reports").intValue()).isEqualTo(1);
        assertThat(done.path("rows").intValue()).isEqualTo(5);
        assertThat(done.path("left_count").intValue()).as(done.toString()).isZero();
        assertNobodyIsLeft();
        assertThat(othersRows(FIRST, "2026-11-15")).isEqualTo(others).hasSize(3);
        assertThat(s3.text(key("csv", FIRST, "2026-11-15", "csv")).lines()).hasSize(4);
        assertThat(s3.text("zoom/rosters/" + ID + ".csv")).contains("Other;other@example.org");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.csv")).contains("p0@example.com");
    }

    @Test
    void aReportOfNobodyElseKeepsItsIndexEntryAlone() throws Exception {
        storeAll(true);

        erase(ADA);

        assertThat(s3.keys())
                .contains(entry(ALONE))
                .noneMatch(key -> !key.equals(entry(ALONE)) && key.contains(ID + "_" + base64url(ALONE)));
        JsonNode entry = JSON.readTree(s3.text(entry(ALONE)));
        assertThat(entry.path("total_records").intValue()).isZero();
        assertThat(entry.path("documents")).isEmpty();
        assertThat(entry.path("complete").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itCanBeInterruptedAtAnyWriteAndBegunAgain(boolean isVersioned) {
        storeFew(isVersioned);
        erase(ADA);
        Map<String, String> expected = state();
        int interruptions = 0;
        while (isInterruptedAfter(interruptions, isVersioned)) {
            interruptions++;

            erase(ADA);

            assertNobodyIsLeft();
            assertSameState(expected, interruptions);
        }
        assertThat(interruptions).isGreaterThan(20);
    }

    private boolean isInterruptedAfter(int writes, boolean isVersioned) {
        s3.empty();
        storeFew(isVersioned);
        s3.refuseAfter(writes);
        try {
            erase(ADA);
            return false;
        } catch (RuntimeException e) {
            return true;
        } finally {
            s3.refuseAfter(Integer.MAX_VALUE);
        }
    }

    @Test
    void whatIsStoredMeanwhileIsErasedToo() {
        s3.keepVersions();
        store(FIRST);
        byte[] before = s3.bytes(key("json", FIRST, "2026-11-15", "json"));
        s3.put("zoom/csv/date=2026-11-15/1_bm9uZQ.csv", "email\n");
        s3.afterNextRead(() -> s3.put(
                "zoom/json/date=2026-11-14/1_bm9uZQ.json",
                new String(before, java.nio.charset.StandardCharsets.UTF_8)));

        erase(ADA);

        assertNobodyIsLeft();
    }

    @Test
    void aReportWithoutItsJsonDocumentLosesLinesAndPages() {
        store(FIRST);
        s3.delete(key("json", FIRST, "2026-11-15", "json"));

        JsonNode done = erase(ADA);

        assertThat(done.path("left_count").intValue()).as(done.toString()).isZero();
        assertThat(texts()).noneMatch(text -> text.contains(EMAIL));
        assertThat(s3.keys())
                .contains(key("csv", FIRST, "2026-11-15", "csv"), key("people", FIRST, "2026-11-15", "ndjson"))
                .doesNotContain(key("html", FIRST, "2026-11-15", "html"));
        assertThat(s3.text(key("csv", FIRST, "2026-11-15", "csv"))).contains("p0@example.com");
    }

    @Test
    void documentsOfAReportThatHasBeenEmptiedMeanwhileAreDeleted() {
        store(ALONE);
        marks.add(PersonIdentifiers.ofEmail(EMAIL), List.of());
        store(ALONE);

        JsonNode done = erase(ADA);

        assertThat(done.path("left_count").intValue()).as(done.toString()).isZero();
        assertThat(s3.documents()).containsExactly("zoom/erased/marks.json");
    }

    @Test
    void linesThatCannotBeUnderstoodStayAndAreNamed() {
        s3.keepVersions();
        store(FIRST, "ndjson");
        String key = key("ndjson", FIRST, "2026-11-15", "ndjson");
        String broken = s3.text(key) + "{\"email\":\"p9@exam";
        s3.put(key, broken);

        JsonNode done = erase(ADA);

        assertThat(done.path("left").toString()).contains("ndjson/");
        assertThat(s3.keys()).as("it may be all that there is of others").contains(key);
        assertThat(s3.text(key)).isEqualTo(broken);
    }

    @Test
    void anObjectWhoseTransferBreaksOffIsNotTakenForOneWithoutThePerson() {
        store(FIRST, "csv");
        s3.breakOff(key("csv", FIRST, "2026-11-15", "csv"));

        String inTheOtherHalf = "{'email':'p2@example.com'}";

        assertThatThrownBy(() -> erase(inTheOtherHalf)).hasMessageContaining("could not be read to its end");

        assertThat(erase(inTheOtherHalf).path("left_count").intValue()).isZero();
        assertThat(texts()).noneMatch(text -> text.contains("p2@example.com"));
    }

    @Test
    void aSeriesIsMadeWithoutAReportThatCannotBeUnderstood() {
        store(FIRST);
        store(SECOND);
        series();
        String broken = key("json", SECOND, "2026-11-22", "json");
        s3.put(broken, "{\"participants\":[");

        JsonNode done = erase(ADA);

        assertThat(done.path("complete").booleanValue()).isTrue();
        assertThat(done.path("left").toString()).isEqualTo("[\"" + broken.substring("zoom/".length()) + "\"]");
        assertThat(s3.text("zoom/series/" + ID + "_2026-09-01_2026-12-20.csv"))
                .contains("p2@example.com")
                .doesNotContain(EMAIL);
    }

    @Test
    void ofDocumentsOfTwoDaysThoseOfTheIndexEntryCount() {
        instance(FIRST, "2026-11-14", List.of(ada("email", EMAIL), Rows.row(0)));
        store(FIRST);
        instance(FIRST, "2026-11-15", List.of(ada("email", EMAIL), Rows.row(0), Rows.row(1), Rows.row(2)));
        store(FIRST);

        erase(ADA);

        assertThat(othersRows(FIRST, "2026-11-15")).hasSize(3);
        assertNobodyIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void aReportThatIsStoredMeanwhileIsNotReplacedByAnEarlierOne(String format) {
        s3.keepVersions();
        store(FIRST);
        s3.beforeNextPut(key(format, FIRST, "2026-11-15", format), () -> {
            instance(
                    FIRST,
                    "2026-11-15",
                    List.of(ada("email", EMAIL), Rows.row(0), Rows.row(1), Rows.row(2), Rows.row(3)));
            store(FIRST);
        });

        erase(ADA);

        assertThat(othersRows(FIRST, "2026-11-15")).hasSize(4);
        assertThat(s3.text(key("csv", FIRST, "2026-11-15", "csv"))).contains("p3@example.com");
        assertThat(s3.text(entry(FIRST))).contains("\"total_records\":4");
        assertNobodyIsLeft();
    }

    @Test
    void versionsAreCountedOnce() {
        s3.keepVersions();
        store(ALONE);
        store(ALONE);
        int documents =
                s3.versions("zoom/").size() - s3.versions("zoom/instances/").size();

        JsonNode done = erase(ADA);

        assertThat(done.path("versions_deleted").intValue()).isEqualTo(documents);
    }

    @Test
    void aTopicThatHasTheHostsNameGoesWithoutAJsonDocument() {
        zoom.details(
                FIRST,
                "past",
                Rows.details(ID)
                        .replace("uuid/of+" + ID + "==", FIRST)
                        .replace("2026-11-22", "2026-11-15")
                        .replace("Weekly réunion — 🎓", "Host's meeting"));
        store(FIRST, "csv");

        erase("{'email':'host@example.com'}");

        assertThat(s3.text(entry(FIRST))).doesNotContain("Host");
    }

    @Test
    void whatRollcallDidNotPutThereIsNamedAndLeft() {
        s3.put("zoom/notes/mine.csv", "email\n" + EMAIL + "\n");

        JsonNode done = erase(ADA);

        assertThat(done.path("left").toString()).isEqualTo("[\"notes/mine.csv\"]");
        assertThat(s3.text("zoom/notes/mine.csv")).contains(EMAIL);
    }

    @Test
    void aHostIsErased() {
        storeAll(true);

        erase("{'email':'host@example.com'}");
        erase("{'name':'Host'}");

        assertThat(texts()).noneMatch(text -> text.contains("host@example.com") || text.contains("\"host\":\"Host\""));
    }

    @Test
    void copiesForOneAnswerAreDeleted() {
        s3.keepVersions();
        s3.put("zoom/live/csv/date=2026-11-22/1_bm9uZQ.csv", "user_name,email\n" + NAME + "," + EMAIL + "\n");
        s3.put("zoom/filtered/minutes=0/share=0/csv/date=2026-11-22/1_bm9uZQ.csv", "email\n" + EMAIL + "\n");

        JsonNode done = erase(ADA);

        assertThat(done.path("copies").intValue()).isEqualTo(2);
        assertThat(s3.keys()).containsExactly("zoom/erased/marks.json");
        assertNobodyIsLeft();
    }

    @Test
    void whatTimeRanOutForIsContinued() {
        storeAll(true);
        JsonNode none = privacy("{\"erase\":{\"email\":\"" + EMAIL + "\"}}", 1);
        String rest = "{\"erase\":{\"email\":\"" + EMAIL + "\"},\"continue\":" + none.path("continue") + "}";

        JsonNode done = privacy(rest);

        assertThat(none.path("complete").booleanValue()).isFalse();
        assertThat(done.path("complete").booleanValue()).isTrue();
        assertNobodyIsLeft();
    }

    private void storeAll(boolean isVersioned) {
        if (isVersioned) {
            s3.keepVersions();
        }
        for (String uuid : List.of(FIRST, SECOND, ALONE, BY_ID, FIRST)) {
            store(uuid);
        }
        series();
        s3.put(
                "zoom/rosters/" + ID + ".csv",
                "Name;Email\r\nLovelace, Ada;" + EMAIL + "\r\nOther;other@example.org\r\n");
        store(SECOND);
    }

    /** Of each kind one, so that each write can be the last. */
    private void storeFew(boolean isVersioned) {
        if (isVersioned) {
            s3.keepVersions();
        }
        for (String uuid : List.of(FIRST, ALONE, BY_ID, FIRST)) {
            store(uuid, "json,attendance,html");
        }
        series();
        s3.put("zoom/rosters/" + ID + ".csv", "Name;Email\r\nLovelace, Ada;" + EMAIL + "\r\nOther;o@example.org\r\n");
    }

    private void assertNobodyIsLeft() {
        assertThat(texts())
                .noneMatch(text -> text.contains(EMAIL)
                        || text.contains(NAME)
                        || text.contains("A. L.")
                        || text.contains(USER_ID));
        assertThat(s3.countEarlierVersions()).as("old versions of marks stay").isLessThan(20);
    }

    private List<String> othersRows(String uuid, String day) {
        String json = s3.text(key("json", uuid, day, "json"));
        List<String> rows = new ArrayList<>();
        for (String line : json.substring(0, json.indexOf("\"page_count\"")).split("\n")) {
            if (line.contains("@example.com") && !line.contains(EMAIL)) {
                rows.add(line.replaceAll("[,\\]]+$", ""));
            }
        }
        return rows;
    }

    private void assertSameState(Map<String, String> expected, int writes) {
        Map<String, String> state = state();
        assertThat(state.keySet()).as("interrupted after %d writes", writes).isEqualTo(expected.keySet());
        state.forEach((key, text) -> assertThat(text)
                .as("%s, interrupted after %d writes", key, writes)
                .isEqualTo(expected.get(key)));
    }

    /** What is stored but for times, sizes and marks; workbooks have their time in them. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (String key : s3.keys()) {
            if (!key.contains("/erased/") && !key.endsWith(".xlsx")) {
                state.put(
                        key,
                        s3.text(key)
                                .replaceAll("\"(?:stored_at|generated_at)\":\"[^\"]*\"|\"bytes\":\\d+|Made [^(]*", ""));
            }
        }
        return state;
    }
}

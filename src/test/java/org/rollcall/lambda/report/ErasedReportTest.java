package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.lambda.TemporaryFiles;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.zoom.api.Rows;

/** People whose data is erased do not come back. */
@QuarkusTest
class ErasedReportTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARKS = "zoom/erased/marks.json";
    private static final String ENTRY = "zoom/index/93201235621/dXVpZC9vZis5MzIwMTIzNTYyMT09.json";
    private static final String KEY = "/date=2026-11-22/93201235621_dXVpZC9vZis5MzIwMTIzNTYyMT09.";
    private static final String ALL = "\"formats\":[\"json\",\"csv\",\"ndjson\",\"people\",\"attendance\",\"html\"]";

    private final List<Path> before = TemporaryFiles.ofReports();

    @Inject
    ErasureMarkStore marks;

    @AfterEach
    void leavesNoTemporaryFiles() {
        assertThat(TemporaryFiles.ofReports()).isEqualTo(before);
    }

    private void erase(String email) {
        marks.add(PersonIdentifiers.ofEmail(email), List.of());
    }

    @Test
    void areInNoDocumentNorCounted() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        erase("P1@Example.com");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\"," + ALL + "}")
                .body("total_records", equalTo(4))
                .body("people", equalTo(4))
                .body("complete", equalTo(true))
                .body("erased", equalTo(true));

        assertThat(s3.documents()).hasSize(7);
        for (String key : s3.keys()) {
            assertThat(s3.text(key)).as(key).doesNotContain("p1@example.com", Rows.NAME + " 1", "id-1");
        }
        JsonNode report = JSON.readTree(s3.bytes("zoom/json" + KEY + "json"));
        assertThat(report.path("total_records").asInt()).isEqualTo(4);
        assertThat(report.path("participants")).hasSize(4);
        assertThat(report.path("attendance")).hasSize(4);
        assertThat(report.path("attendance_totals").path("people").asInt()).isEqualTo(4);
        assertThat(JSON.readTree(s3.bytes(ENTRY)).path("erased").asBoolean()).isTrue();
    }

    @Test
    void areNotTheHostEither() {
        zoom.participants(ID, "past", 300, 2, Rows.of(2))
                .details(ID, "past", Rows.details(ID).replace("Weekly réunion — 🎓", "Host's meeting"));
        erase("host@example.com");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\"," + ALL + "}")
                .body("total_records", equalTo(2))
                .body("erased", nullValue())
                .body("meeting.host", nullValue())
                .body("meeting.host_email", nullValue())
                .body("meeting.topic", nullValue());

        for (String key : s3.keys()) {
            assertThat(s3.text(key)).as(key).doesNotContain("host@example.com", "Host's");
        }
    }

    @Test
    void areNotExpected() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        erase("ada@example.edu");
        s3.put("zoom/rosters/" + ID + ".csv", "Email;Name\nada@example.edu;Ada Byron\nben@example.edu;Ben Sol\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"json\",\"attendance\"]}");

        assertThat(s3.text("zoom/attendance" + KEY + "csv")).contains("Ben Sol").doesNotContain("Ada", "ada@");
        assertThat(s3.text("zoom/json" + KEY + "json")).contains("Ben Sol").doesNotContain("Ada", "ada@");
    }

    @Test
    void areNotExpectedUnderAnAddressThatOnlyTheRosterHas() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        erase("p1@example.com");
        s3.put("zoom/rosters/" + ID + ".csv", "Email;Name\nzoe@example.edu;" + Rows.NAME + " 1\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"attendance\"]}");

        assertThat(s3.text("zoom/attendance" + KEY + "csv"))
                .contains(Rows.NAME + " 0")
                .doesNotContain(Rows.NAME + " 1", "zoe@");
    }

    @Test
    void whoIsExpectedTakesTheirRowsWithThem() {
        zoom.meeting(
                ID,
                "past",
                300,
                List.of("{\"user_name\":\"Countess\",\"join_time\":\"2026-11-22T09:00:00Z\"}", Rows.row(2)));
        erase("ada@example.edu");
        s3.put("zoom/rosters/" + ID + ".csv", "Email;Name;Alias\nada@example.edu;Ada Byron;Countess\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"json\"]}")
                .body("total_records", equalTo(1));

        assertThat(s3.text("zoom/json" + KEY + "json")).doesNotContain("Countess", "Ada");
    }

    @Test
    void haveNoDocumentsStoredWhereNobodyElseWasThere() throws IOException {
        zoom.meeting(ID, "past", 300, List.of(Rows.row(1), Rows.row(1).replace("09:00", "09:30")));
        LambdaService.succeed(LambdaService.event(ID, "past")).body("total_records", equalTo(2));
        assertThat(s3.documents()).hasSize(2);
        erase("p1@example.com");
        s3.takeRequests();

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(0))
                .body("erased", equalTo(true))
                .body("complete", equalTo(true))
                .body("documents", equalTo(List.of()));

        assertThat(s3.takeRequests())
                .as("the function's role may not delete, and the erasure does")
                .noneMatch(request -> request.startsWith("DELETE") || request.contains("PUT zoom/json"));
        JsonNode entry = JSON.readTree(s3.bytes(ENTRY));
        assertThat(entry.path("total_records").asInt(-1)).isZero();
        assertThat(entry.path("people").asInt(-1)).isZero();
        assertThat(entry.path("erased").asBoolean()).isTrue();
        assertThat(entry.path("documents")).isEmpty();
    }

    @Test
    void areNotInAnAnswerThatIsNotStored() {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        erase("p1@example.com");

        String report = LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"deliver\":\"return\"}")
                .body("total_records", equalTo(4))
                .extract()
                .asString();

        assertThat(report).contains("p2@example.com").doesNotContain("p1@example.com");
        assertThat(s3.documents()).containsExactly(MARKS);
    }

    @Test
    void areNotInAMeetingThatGoesOn() {
        zoom.meeting(ID, "live", 2, Rows.of(3));
        erase("p1@example.com");

        LambdaService.succeed(LambdaService.event(ID, "live")).body("total_records", equalTo(2));

        assertThat(s3.text("zoom/live/json" + KEY + "json")).doesNotContain("p1@example.com");
        assertThat(s3.text("zoom/live/csv" + KEY + "csv")).doesNotContain("p1@example.com");
    }

    @Test
    void areNotInWhatIsMadeAnew() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"json\"]}");
        erase("p1@example.com");

        LambdaService.succeed("{\"remake\":\"" + ID + "\"," + ALL + "}").body("remade", equalTo(1));

        for (String key : s3.keys()) {
            assertThat(s3.text(key)).as(key).doesNotContain("p1@example.com");
        }
        assertThat(s3.text("zoom/csv" + KEY + "csv")).contains("p2@example.com");
        assertThat(s3.text(ENTRY)).contains("\"erased\":true", "\"total_records\":2");
    }

    @Test
    void areNotInASeriesOfReportsThatStillHaveThem() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"json\"]}");
        marks.add(new PersonIdentifiers(null, null, null, "id-1", null, null), List.of());
        erase("p2@example.com");

        LambdaService.succeed("{\"series\":\"" + ID + "\",\"from\":\"2026-11-01\",\"to\":\"2026-11-30\"}")
                .body("people", equalTo(2));

        assertThat(s3.text("zoom/series/" + ID + "_2026-11-01_2026-11-30.csv"))
                .contains("p0@example.com", "p1@example.com")
                .doesNotContain("p2@example.com");
    }

    @Test
    void oneWhomNobodyErasedIsLeftAsIs() {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        LambdaService.succeed(LambdaService.event(ID, "past"));
        String csv = s3.text("zoom/csv" + KEY + "csv");
        erase("somebody.else@example.com");

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(5))
                .body("erased", nullValue());

        assertThat(s3.text("zoom/csv" + KEY + "csv")).isEqualTo(csv);
    }

    @Test
    void takeOneRequestWhereThereAreNone() {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        s3.takeRequests();

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(s3.takeRequests()).containsOnlyOnce("GET " + MARKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "return"})
    void nothingIsMadeWhereMarksCannotBeRead(String deliver) {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        erase("p1@example.com");
        s3.refuse("marks.json");

        Failure failure = LambdaService.fail("{\"meeting_id\":\"" + ID + "\",\"deliver\":\"" + deliver + "\"}");

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains("s3://reports/" + MARKS, "s3:GetObject");
        assertThat(s3.keys()).containsExactly(MARKS);
    }

    @Test
    void nothingIsMadeWhereMarksAreNotUnderstood() {
        zoom.meeting(ID, "past", 2, Rows.of(5));
        s3.put(MARKS, "{\"version\":1}");

        Failure failure = LambdaService.fail(LambdaService.event(ID, "past"));

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains("s3://reports/" + MARKS, "can't be understood", "earlier version");
        assertThat(s3.keys()).containsExactly(MARKS);
    }
}

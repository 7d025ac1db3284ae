package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class StoreReportTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTRY = "zoom/index/93201235621/dXVpZC9vZis5MzIwMTIzNTYyMT09.json";
    private static final String KEY = "/date=2026-11-22/93201235621_dXVpZC9vZis5MzIwMTIzNTYyMT09.";

    @Test
    void storesEveryPageAndAnswersWithAReceipt() throws IOException {
        List<String> rows = Rows.of(637);
        zoom.meeting(ID, "past", 300, rows);

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\"}")
                .body("meeting.id", equalTo(ID))
                .body("meeting.uuid", equalTo("uuid/of+" + ID + "=="))
                .body("meeting.topic", equalTo("Weekly réunion — 🎓"))
                .body("meeting.start_time", equalTo("2026-11-22T09:00:00Z"))
                .body("meeting.end_time", equalTo("2026-11-22T10:01:12Z"))
                .body("type", equalTo("past"))
                .body("total_records", equalTo(637))
                .body("zoom_calls", equalTo(5))
                .body("complete", equalTo(true))
                .body("people", equalTo(637))
                .body("documents.format", equalTo(List.of("json", "csv")))
                .body("documents[0].location", equalTo("s3://reports/zoom/json" + KEY + "json"))
                .body("documents[0].content_type", equalTo("application/json"))
                .body("documents[0].bytes", equalTo(s3.bytes("zoom/json" + KEY + "json").length))
                .body("documents[1].location", equalTo("s3://reports/zoom/csv" + KEY + "csv"))
                .body("documents[1].content_type", equalTo("text/csv; charset=utf-8"));

        assertThat(s3.documents()).containsExactlyInAnyOrder("zoom/json" + KEY + "json", "zoom/csv" + KEY + "csv");
        assertThat(s3.contentType("zoom/json" + KEY + "json")).isEqualTo("application/json");
        assertThat(s3.contentType("zoom/csv" + KEY + "csv")).isEqualTo("text/csv; charset=utf-8");
        JsonNode report = JSON.readTree(s3.bytes("zoom/json" + KEY + "json"));
        assertThat(report.get("participants")).isEqualTo(JSON.readTree(rows.toString()));
        assertThat(report.get("total_records").asInt()).isEqualTo(637);
        assertThat(s3.text("zoom/csv" + KEY + "csv").lines()).hasSize(638);
    }

    @Test
    void putsTheReceiptIntoTheIndexAfterTheLastDocument() throws IOException {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        byte[] receipt =
                LambdaService.succeed(LambdaService.event(ID, "past")).extract().asByteArray();

        assertThat(JSON.readTree(s3.bytes(ENTRY))).isEqualTo(JSON.readTree(receipt));
        assertThat(JSON.readTree(receipt).path("kind").asText()).isEqualTo("meeting");
        assertThat(JSON.readTree(receipt).path("source").asText()).isEqualTo("dashboard");
        assertThat(Instant.parse(JSON.readTree(receipt).path("stored_at").asText()))
                .isBeforeOrEqualTo(clock.instant());
        List<String> put = s3.takeRequests().stream()
                .filter(request -> request.startsWith("PUT"))
                .toList();
        assertThat(put).hasSize(4);
        assertThat(put.subList(0, 2))
                .containsExactlyInAnyOrder("PUT zoom/json" + KEY + "json", "PUT zoom/csv" + KEY + "csv");
        assertThat(put.subList(2, 4))
                .containsExactlyInAnyOrder("PUT " + ENTRY, "PUT zoom/instances/dXVpZC9vZis5MzIwMTIzNTYyMT09.json");
    }

    @Test
    void keepsALiveReportApartFromTheReport() {
        zoom.meeting(ID, "live", 300, Rows.of(3));
        LambdaService.succeed(LambdaService.event(ID, "live"))
                .body("complete", equalTo(false))
                .body("documents[0].location", equalTo("s3://reports/zoom/live/json" + KEY + "json"));
        assertThat(s3.keys()).containsExactlyInAnyOrder("zoom/live/json" + KEY + "json", "zoom/live/csv" + KEY + "csv");

        zoom.meeting(ID, "past", 300, Rows.of(5));
        LambdaService.succeed(LambdaService.event(ID, "past"));
        String report = s3.text("zoom/json" + KEY + "json");
        LambdaService.succeed(LambdaService.event(ID, "live"));

        assertThat(s3.text("zoom/json" + KEY + "json")).isEqualTo(report);
        assertThat(s3.text(ENTRY)).contains("\"total_records\":5");
    }

    @Test
    void aReportStoredInAnotherFormatKeepsTheDocumentsBefore() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        LambdaService.succeed(LambdaService.event(ID, "past"));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"type\":\"past\",\"formats\":\"ndjson\"}")
                .body("documents.format", equalTo(List.of("ndjson")));

        assertThat(s3.text(ENTRY)).contains("/ndjson/", "/json/", "/csv/");
    }

    @Test
    void storesWhatPeopleLookAt() throws IOException {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"attendance\",\"html\",\"xlsx\"]}")
                .body("people", equalTo(637))
                .body("documents.format", equalTo(List.of("attendance", "html", "xlsx")))
                .body("documents[1].content_type", equalTo("text/html; charset=utf-8"));

        assertThat(s3.text("zoom/attendance" + KEY + "csv").lines()).hasSize(638);
        assertThat(s3.text("zoom/html" + KEY + "html")).contains("<h1><bdi>Weekly réunion — 🎓</bdi></h1>");
        assertThat(s3.documents()).contains("zoom/xlsx" + KEY + "xlsx");
    }

    @Test
    void storesTheFormatsThatWereAskedFor() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"ndjson\"}");

        assertThat(s3.documents()).containsExactly("zoom/ndjson" + KEY + "ndjson");
        assertThat(s3.contentType("zoom/ndjson" + KEY + "ndjson")).isEqualTo("application/x-ndjson");
        List<String> lines = s3.text("zoom/ndjson" + KEY + "ndjson").lines().toList();
        assertThat(lines).hasSize(3);
        for (int row = 0; row < 3; row++) {
            String sent = Rows.of(3).get(row);
            assertThat(lines.get(row))
                    .startsWith(sent.substring(0, sent.length() - 1) + ",\"meeting_id\":\"" + ID + "\"");
        }
    }

    @Test
    void storesTheSameMeetingUnderTheSameKeys() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        LambdaService.succeed(LambdaService.event(ID, "past"));
        List<String> keys = s3.documents();
        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(s3.documents()).isEqualTo(keys);
    }

    @Test
    void saysWhatToLookAtWhenTheBucketIsGone() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        s3.deleteBucket();
        Failure failure;
        try {
            failure = LambdaService.fail(LambdaService.event(ID, "past"));
        } finally {
            s3.createBucket();
        }

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message())
                .contains("s3://reports/zoom/", "The specified bucket does not exist", "bucket's name");
    }

    @Test
    void failsWhenTheIndexEntryIsRefused() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.refuse(ENTRY);

        Failure failure = LambdaService.fail(LambdaService.event(ID, "past"));

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains("s3://reports/" + ENTRY, "s3:PutObject");
    }

    @Test
    void storesWhatItCanWhenOneDocumentIsRefused() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.refuse(".csv");

        Failure failure = LambdaService.fail(
                "{\"meeting_id\":\"" + ID + "\",\"type\":\"past\",\"formats\":[\"json\",\"csv\",\"ndjson\"]}");

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains("/csv/", ID, "s3:PutObject").doesNotContain("/json/", "/ndjson/");
        // And no index entry.
        assertThat(s3.keys()).hasSize(2).noneMatch(key -> key.endsWith(".csv"));
    }
}

package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.Door.Failure;
import org.rollcall.zoom.Rows;

@QuarkusTest
class StoreReportTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "/date=2026-11-22/93201235621_dXVpZC9vZis5MzIwMTIzNTYyMT09.";

    @Test
    void storesEveryPageAndAnswersWithAReceipt() throws IOException {
        List<String> rows = Rows.of(637);
        zoom.meeting(ID, "past", 300, rows);

        Door.succeed("{\"meeting_id\":\"" + ID + "\"}")
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

        assertThat(s3.keys()).containsExactlyInAnyOrder("zoom/json" + KEY + "json", "zoom/csv" + KEY + "csv");
        assertThat(s3.contentType("zoom/json" + KEY + "json")).isEqualTo("application/json");
        assertThat(s3.contentType("zoom/csv" + KEY + "csv")).isEqualTo("text/csv; charset=utf-8");
        JsonNode report = JSON.readTree(s3.bytes("zoom/json" + KEY + "json"));
        assertThat(report.get("participants")).isEqualTo(JSON.readTree(rows.toString()));
        assertThat(report.get("total_records").asInt()).isEqualTo(637);
        assertThat(s3.text("zoom/csv" + KEY + "csv").lines()).hasSize(638);
    }

    @Test
    void storesWhatPeopleLookAt() throws IOException {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        Door.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"attendance\",\"html\",\"xlsx\"]}")
                .body("people", equalTo(637))
                .body("documents.format", equalTo(List.of("attendance", "html", "xlsx")))
                .body("documents[1].content_type", equalTo("text/html; charset=utf-8"));

        assertThat(s3.text("zoom/attendance" + KEY + "csv").lines()).hasSize(638);
        assertThat(s3.text("zoom/html" + KEY + "html")).contains("<h1><bdi>Weekly réunion — 🎓</bdi></h1>");
        assertThat(s3.keys()).contains("zoom/xlsx" + KEY + "xlsx");
    }

    @Test
    void storesTheFormatsThatWereAskedFor() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        Door.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"ndjson\"}");

        assertThat(s3.keys()).containsExactly("zoom/ndjson" + KEY + "ndjson");
        assertThat(s3.contentType("zoom/ndjson" + KEY + "ndjson")).isEqualTo("application/x-ndjson");
        assertThat(s3.text("zoom/ndjson" + KEY + "ndjson").lines()).isEqualTo(Rows.of(3));
    }

    @Test
    void storesTheSameMeetingUnderTheSameKeys() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        Door.succeed(Door.event(ID, "past"));
        List<String> keys = s3.keys();
        Door.succeed(Door.event(ID, "past"));

        assertThat(s3.keys()).isEqualTo(keys);
    }

    @Test
    void saysWhatToLookAtWhenTheBucketIsGone() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        s3.deleteBucket();
        Failure failure;
        try {
            failure = Door.fail(Door.event(ID, "past"));
        } finally {
            s3.createBucket();
        }

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message())
                .contains("s3://reports/zoom/json/date=2026-11-22/", "s3:PutObject", "bucket's name");
    }

    @Test
    void storesWhatItCanWhenOneDocumentIsRefused() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.refuse(".csv");

        Failure failure = Door.fail(
                "{\"meeting_id\":\"" + ID + "\",\"type\":\"past\",\"formats\":[\"json\",\"csv\",\"ndjson\"]}");

        assertThat(failure.name()).isEqualTo("StoreException");
        assertThat(failure.message()).contains("/csv/", ID, "s3:PutObject").doesNotContain("/json/", "/ndjson/");
        assertThat(s3.keys()).hasSize(2).noneMatch(key -> key.endsWith(".csv"));
    }
}

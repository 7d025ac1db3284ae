package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.Door.Failure;
import org.rollcall.zoom.Rows;

@QuarkusTest
class ReportHandlerTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTICIPANTS = "/v2/metrics/meetings/" + ID + "/participants";
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
    void asksForTheLargestPagesOneAfterTheOtherAndForTheDetailsOnce() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        Door.succeed(Door.event(ID, "past"));

        assertThat(zoom.calls())
                .containsExactlyInAnyOrder(
                        "POST /oauth/token",
                        "GET " + PARTICIPANTS,
                        "GET " + PARTICIPANTS,
                        "GET " + PARTICIPANTS,
                        "GET /v2/metrics/meetings/" + ID);
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("participants"))
                .allMatch(line -> line.contains("page_size=300") && line.contains("type=past"));
    }

    @Test
    void answersWithTheReportItself() throws IOException {
        List<String> rows = Rows.of(301);
        zoom.meeting(ID, "past", 300, rows);

        byte[] body = Door.succeed("{\"meetingId\":" + ID + ",\"deliver\":\"return\"}")
                .extract()
                .asByteArray();

        JsonNode report = JSON.readTree(body);
        assertThat(report.get("participants")).isEqualTo(JSON.readTree(rows.toString()));
        assertThat(report.get("next_page_token").asText()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void saysHowToGetAReportThatAnAnswerCannotHold() {
        String large = "{\"user_name\":\"" + "x".repeat(3_200_000) + "\"}";
        zoom.meeting(ID, "past", 1, List.of(large, large));

        Failure failure = fail("{\"meeting_id\":\"" + ID + "\",\"deliver\":\"return\"}");

        assertThat(failure.name()).isEqualTo("AnswerTooLargeException");
        assertThat(failure.message()).contains("\"deliver\": \"store\"");
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
    void takesWhatZoomSaysOfAnEndedMeetingInsteadOfAsking() {
        zoom.participants("/ajXp112QmuoKj4854875==", "past", 300, 3, Rows.of(3));

        Door.succeed(
                        """
                        {"event":"meeting.ended","event_ts":1795341672000,"payload":{"account_id":"a","object":{
                        "id":"93201235621","uuid":"/ajXp112QmuoKj4854875==","topic":"Standup",
                        "start_time":"2026-11-21T23:30:00Z","timezone":"Europe/Paris"}}}""")
                .body("meeting.id", equalTo(ID))
                .body("meeting.topic", equalTo("Standup"))
                .body("meeting.timezone", equalTo("Europe/Paris"))
                .body("zoom_calls", equalTo(2));

        assertThat(s3.keys())
                .hasSize(2)
                .allMatch(key -> key.contains("/date=2026-11-21/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0."));
    }

    @Test
    void asksByTheNumberThatAnEventTellsWhereAFirewallBlocksTheUuid() {
        String uuid = "/ajXp112QmuoKj4854875==";
        zoom.always(pageCall(uuid, "past", 1), html(403, "Blocked"))
                .participants(ID, "past", 300, 2, Rows.of(2))
                .details(ID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", uuid));

        Door.succeed(
                        """
                        {"event":"meeting.ended","payload":{"object":{"id":"93201235621","uuid":"%s"}}}"""
                                .formatted(uuid))
                .body("meeting.uuid", equalTo(uuid))
                .body("total_records", equalTo(2));
    }

    @Test
    void isCompleteWithoutAnyParticipant() {
        zoom.meeting(ID, "past", 300, List.of());

        Door.succeed(Door.event(ID, "past")).body("total_records", equalTo(0)).body("complete", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"past, 4", "pastOne, 5", "live, 6"})
    void findsOutWhatZoomKnowsTheMeetingAs(String type, int calls) {
        zoom.meeting(ID, type, 2, Rows.of(3));

        Door.succeed("{\"meeting_id\":\"" + ID + "\",\"type\":\"auto\"}")
                .body("type", equalTo(type))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(calls))
                .body("complete", equalTo(!type.equals("live")));
    }

    @Test
    void looksForNoOtherTypeThanTheOneAskedFor() {
        zoom.meeting(ID, "pastOne", 300, Rows.of(1));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("MeetingNotFoundException");
        assertThat(zoom.calls()).hasSize(2);
    }

    @Test
    void saysThatZoomKnowsNoSuchMeeting() {
        Failure failure = fail("{\"meeting_id\":\"" + ID + "\"}");

        assertThat(failure.name()).isEqualTo("MeetingNotFoundException");
        assertThat(failure.message()).contains(ID, "404", "3001", "Look whether the ID is right");
        assertThat(zoom.calls()).hasSize(4);
    }

    @Test
    void letsALiveReportStandThatMovedWhileItWasRead() {
        zoom.participants(ID, "live", 2, 17, Rows.of(3)).details(ID, "live", Rows.details(ID));

        Door.succeed(Door.event(ID, "live"))
                .body("complete", equalTo(false))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(4));
    }

    @Test
    void reportsWithoutATopicWhereZoomHasNoDetails() {
        zoom.participants(ID, "past", 300, 2, Rows.of(2));

        Door.succeed(Door.event(ID, "past"))
                .body("meeting.id", equalTo(ID))
                .body("meeting.topic", nullValue())
                .body("complete", equalTo(true));
    }

    @Test
    void reportsWithoutATopicWhereAFirewallBlocksTheDetails() {
        zoom.participants(ID, "past", 300, 2, Rows.of(2)).always(detailsCall(ID, "past"), html(403, "Forbidden"));

        Door.succeed(Door.event(ID, "past")).body("meeting.topic", nullValue());
    }

    @Test
    void passesIncludeFieldsOn() {
        zoom.meeting(ID, "past", 2, Rows.of(3));

        Door.succeed("{\"meeting_id\":\"" + ID + "\",\"include_fields\":[\"registrant_id\"]}");

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("participants"))
                .hasSize(2)
                .allMatch(line -> line.contains("include_fields=registrant_id"));
    }

    @Test
    void asksForALiveMeetingItFoundWithoutIncludeFields() {
        zoom.meeting(ID, "live", 300, Rows.of(3));

        Door.succeed("{\"meeting_id\":\"" + ID + "\",\"include_fields\":\"registrant_id\"}");

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("type=live"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("include_fields"));
    }

    @Test
    void passesOnThatZoomRefusesIncludeFieldsForLiveMeetings() {
        zoom.always(pageCall(ID, "live", 1), error(400, 300, "include_fields is not supported."));

        Failure failure =
                fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"live\",\"include_fields\":\"registrant_id\"}");

        assertThat(failure.name()).isEqualTo("RequestRefusedException");
        assertThat(failure.message()).contains("include_fields is not supported for live meetings", ID);
        assertThat(zoom.requestLines()).anyMatch(line -> line.contains("include_fields=registrant_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"meeting_id\":\"\"}",
                "{\"meeting_id\":[1]}",
                "{\"meeting_id\":1.5}",
                "{\"meeting_id\":\"1\",\"type\":\"yesterday\"}",
                "{\"meeting_id\":\"1\",\"formats\":[\"pdf\"]}",
                "{\"meeting_id\":\"1\",\"deliver\":\"mail\"}",
                "\"93201235621\"",
                "[\"93201235621\"]",
                "null",
                "{\"meeting_id\":"
            })
    void refusesWhatItDoesNotUnderstandWithoutAskingZoom(String event) {
        Failure failure = fail(event);

        assertThat(failure.name()).isEqualTo("InvalidRequestException");
        assertThat(failure.message()).contains("It accepts");
        assertThat(zoom.calls()).isEmpty();
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

    @Test
    void logsHowALargeReportCameTogetherButNothingOfIt() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        Door.succeed(Door.event(ID, "past"));

        assertThat(log.text())
                .contains("Meeting " + ID + ", page 3: 37 rows.")
                .contains("Meeting " + ID + ": 637 rows, complete true, 5 calls to Zoom.");
    }
}

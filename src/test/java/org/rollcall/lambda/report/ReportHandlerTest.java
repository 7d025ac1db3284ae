package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class ReportHandlerTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void answersWithTheReportItself() throws IOException {
        List<String> rows = Rows.of(301);
        zoom.meeting(ID, "past", 300, rows);

        byte[] body = LambdaService.succeed("{\"meetingId\":" + ID + ",\"deliver\":\"return\"}")
                .extract()
                .asByteArray();

        JsonNode report = JSON.readTree(body);
        assertThat(report.get("participants")).isEqualTo(JSON.readTree(rows.toString()));
        assertThat(report.get("next_page_token").asText()).isEmpty();
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void saysHowToGetAReportThatAnAnswerCannotHold() {
        String large = "x".repeat(3_200_000);
        zoom.meeting(ID, "past", 1, List.of("{\"id\":\"" + large + "\"}", "{\"pc_name\":\"" + large + "\"}"));

        Failure failure = fail("{\"meeting_id\":\"" + ID + "\",\"deliver\":\"return\"}");

        assertThat(failure.name()).isEqualTo("AnswerTooLargeException");
        assertThat(failure.message()).contains("\"deliver\": \"store\"");
    }

    @Test
    void isNotReadyWithoutAnyParticipant() {
        zoom.meeting(ID, "past", 300, List.of());

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("MeetingNotFoundException");
        assertThat(failure.message()).contains("no participants of meeting " + ID + " yet");
    }

    @Test
    void letsALiveReportStandThatMovedWhileItWasRead() {
        zoom.participants(ID, "live", 2, 17, Rows.of(3)).details(ID, "live", Rows.details(ID));

        LambdaService.succeed(LambdaService.event(ID, "live"))
                .body("complete", equalTo(false))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(4));
    }

    @Test
    void reportsWithoutATopicWhereZoomHasNoDetails() {
        zoom.participants(ID, "past", 300, 2, Rows.of(2));

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("meeting.id", equalTo(ID))
                .body("meeting.topic", nullValue())
                .body("complete", equalTo(true));
    }

    @Test
    void reportsWithoutATopicWhereAFirewallBlocksTheDetails() {
        zoom.participants("abc//de==", "past", 300, 2, Rows.of(2))
                .always(detailsCall("abc//de==", "past"), html(403, "Forbidden"));

        LambdaService.succeed(LambdaService.event("abc//de==", "past")).body("meeting.topic", nullValue());
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
    void logsHowALargeReportCameTogetherButNothingOfIt() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(log.text())
                .contains("Meeting " + ID + ", page 3: 37 rows.")
                .contains("Meeting " + ID + ": 637 rows from dashboard, complete true, 5 calls to Zoom.");
    }
}

package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.dailyLimit;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.api.Rows;
import software.amazon.awssdk.services.sqs.model.Message;

@QuarkusTest
@TestProfile(QueueProfile.class)
class QueueHandlerTest extends QueueTest {
    @Test
    void storesTheReportOfAMeetingThatEnded() throws IOException {
        zoom.participants(UUID, "past", 300, 637, Rows.of(637));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        JsonNode report = JSON.readTree(s3.bytes(KEYS.get(1)));
        assertThat(report.get("participants")).hasSize(637);
        assertThat(report.get("meeting").get("topic").asText()).isEqualTo("Weekly réunion");
        assertThat(sqs.count()).isZero();
        // The event told what there is to know of the meeting: a token and three pages are all it takes.
        assertThat(zoom.calls()).hasSize(4);
    }

    @Test
    void saysOfAReportThatReconciliationHadReadOnceMoreThatItWas() throws IOException {
        String entry = "zoom/index/93201235621/L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json";
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        sqs.send(message(UUID));
        assertThat(deliver(1)).isEmpty();
        assertThat(JSON.readTree(s3.bytes(entry)).has("recounted")).isFalse();

        zoom.participants(UUID, "past", 300, 3, Rows.of(3));
        sqs.send(message(UUID).replaceFirst("\\{", "{\"recount\":true,"));
        assertThat(deliver(1)).isEmpty();

        assertThat(JSON.readTree(s3.bytes(entry)).path("recounted").asBoolean()).isTrue();
        assertThat(JSON.readTree(s3.bytes(entry)).path("total_records").asInt()).isEqualTo(3);
    }

    @Test
    void findsAMeetingThatOnlyOneUserAttendedWhateverTheMessageSays() {
        zoom.participants(UUID, "pastOne", 300, 1, Rows.of(1)).participants(UUID, "live", 300, 1, Rows.of(1));
        sqs.send(message(UUID).replace("{\"meeting_id\"", "{\"type\":\"live\",\"deliver\":\"return\",\"meeting_id\""));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(s3.text(KEYS.get(1))).contains("\"type\":\"pastOne\"");
    }

    @Test
    void asksForTheRosterBesideZoomsPages() {
        zoom.participants(UUID, "past", 1, 2, Rows.of(2)).always(pageCall(UUID, "past", 2), dailyLimit("3600"));
        sqs.send(message(UUID));
        s3.takeRequests();

        assertThat(deliver(1)).hasSize(1);

        assertThat(s3.takeRequests()).contains("GET zoom/rosters/" + ID + ".csv");
    }

    @Test
    void asksForWhatTheMessageDoesNotTell() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .details(UUID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID));
        sqs.send("{\"meeting_id\":\"" + UUID + "\",\"meeting\":{\"uuid\":\"" + UUID + "\"}}");
        sqs.send("{\"meeting_id\":\"" + UUID + "\"}");

        assertThat(deliver(2)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    @Test
    void keepsTheNumberThatZoomsDetailsDoNotTell() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .details(UUID, "past", "{\"uuid\":\"" + UUID + "\",\"start_time\":\"2026-11-22T09:00:00Z\"}");
        sqs.send("{\"meeting_id\":\"" + UUID + "\",\"meeting\":{\"id\":\"" + ID + "\"}}");

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"event":"meeting.ended","payload":{"object":{"id":93201235621,"uuid":"/ajXp112QmuoKj4854875==",\
                "start_time":"2026-11-22T09:00:00Z"}}}""",
                """
                {"detail-type":"x","detail":{"meetingId":"/ajXp112QmuoKj4854875==","meeting":{"id":"93201235621",\
                "uuid":"/ajXp112QmuoKj4854875==","start_time":"2026-11-22T09:00:00Z"}}}"""
            })
    void understandsWhatZoomAndEventBridgePutOnTheQueue(String body) {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        sqs.send(body);

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    @Test
    void storesWhatNobodyKnowsMoreOfThanItsId() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send("{\"meeting_id\":\"" + UUID + "\",\"meeting\":{}}");

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).hasSize(2);
    }

    @Test
    void asksByTheNumberWhereAFirewallBlocksTheUuid() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"))
                .participants(ID, "past", 300, 2, Rows.of(2))
                .details(ID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @Test
    void makesOneReportOfTenCopies() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        IntStream.range(0, 10).forEach(i -> sqs.send(message(UUID)));

        assertThat(deliver(10)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void storesTheSameObjectsAfterACrashBetweenStoringAndAnswering() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        sqs.send(message(UUID));
        List<Message> messages = sqs.receive(1);
        failures(event(messages));
        String csv = s3.text(KEYS.get(0));

        assertThat(deliver(messages)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(s3.text(KEYS.get(0))).isEqualTo(csv);
    }

    @Test
    void failsForEventsThatAreNotSqss() {
        assertThat(LambdaService.fail("{\"meeting_id\":\"1\"}").name()).isEqualTo("InvalidRequestException");
        assertThat(LambdaService.fail("[]").name()).isEqualTo("InvalidRequestException");
    }
}

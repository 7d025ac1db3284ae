package org.rollcall.lambda.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@QuarkusTest
@TestProfile(WebhookProfile.class)
class QueueEndedMeetingTest extends WebhookTest {
    @Test
    void queuesAMeetingThatEndedWithEverythingTheEventTells() throws IOException {
        assertThat(status(signed(ENDED))).isEqualTo(204);

        Message message = sqs.receive(1).get(0);
        JsonNode body = JSON.readTree(message.body());
        assertThat(body)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"meeting_id":"/ajXp112QmuoKj4854875==","include_fields":"registrant_id","meeting":{"id":"93201235621",\
                                "uuid":"/ajXp112QmuoKj4854875==","topic":"Weekly réunion — 🎓",\
                                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z",\
                                "timezone":"Europe/Paris","type":8}}"""));
        assertThat(attribute(message, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)
                        - attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP))
                .isGreaterThanOrEqualTo(1000);
        assertThat(log.text()).contains("The meeting is queued.");
    }

    @Test
    void queuesAWebinarThatEnded() throws IOException {
        String body = ENDED.replace("meeting.ended", "webinar.ended").replace("\"type\":8", "\"type\":5");

        JsonNode message = queued(body);

        assertThat(message.get("webinar_id").asText()).isEqualTo("/ajXp112QmuoKj4854875==");
        assertThat(message.has("meeting_id")).isFalse();
        assertThat(message.path("meeting").path("id").asText()).isEqualTo("93201235621");
        assertThat(message.path("meeting").path("type").asInt()).isEqualTo(5);
    }

    @Test
    void takesTheSameEventTenTimes() {
        String request = signed(ENDED).toString();
        for (int i = 0; i < 10; i++) {
            assertThat(status(request)).isEqualTo(204);
        }
        assertThat(sqs.count()).isEqualTo(10);
    }

    @Test
    void takesNumbersForStrings() throws IOException {
        String body =
                """
                {"event":"meeting.ended","payload":{"object":{"id":93201235621,"uuid":12345,"topic":7,"start_time":1,\
                "timezone":null}}}""";

        assertThat(queued(body))
                .isEqualTo(
                        JSON.readTree(
                                "{\"meeting_id\":\"12345\",\"include_fields\":\"registrant_id\",\"meeting\":{\"id\":\"93201235621\",\"uuid\":\"12345\",\"topic\":\"7\"}}"));
    }

    @Test
    void asksByTheNumberWhereThereIsNoUuid() throws IOException {
        String body = "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"93201235621\",\"uuid\":\"\"}}}";

        assertThat(queued(body).get("meeting_id").asText()).isEqualTo("93201235621");
    }

    @Test
    void takesTextThatSqsDoesNot() throws IOException {
        String body =
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"uuid\":\"a==\",\"topic\":\"a\\u0000b\\uFFFEc\\uD83C\"}}}";

        assertThat(queued(body).get("meeting").get("topic").asText()).isEqualTo("a\u0000b\uFFFEc?");
    }

    @Test
    void takesAMegabyte() {
        ObjectNode event = JSON.createObjectNode().put("event", "meeting.ended");
        event.putObject("payload").putObject("object").put("uuid", "a==").put("topic", "x".repeat(1024 * 1024));

        assertThat(status(signed(event.toString()))).isEqualTo(204);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @Test
    void asksZoomToSendAgainWhatTheQueueDoesNotTake() {
        sqs.deleteReports();
        try {
            assertThat(status(signed(ENDED))).isEqualTo(503);
        } finally {
            sqs.createReports();
        }
        assertThat(log.text()).contains("REPORT_QUEUE_URL");
    }

    private JsonNode queued(String body) throws IOException {
        assertThat(status(signed(body))).isEqualTo(204);
        return JSON.readTree(sqs.receive(1).get(0).body());
    }

    private static long attribute(Message message, MessageSystemAttributeName name) {
        return Long.parseLong(message.attributes().get(name));
    }
}

package org.rollcall.lambda.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.WebhookRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The door knows nothing of Zoom but the secret token: no credentials are set here. */
@QuarkusTest
@TestProfile(WebhookHandlerTest.Profile.class)
@WithTestResource(SqsStandIn.class)
class WebhookHandlerTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String ENDED =
            """
            {"event":"meeting.ended","event_ts":1795500000000,"payload":{"account_id":"AAAAAABBBB","object":{\
            "id":"93201235621","uuid":"/ajXp112QmuoKj4854875==","host_id":"x1yCzABCDEfg23HiJKl4mN",\
            "topic":"Weekly réunion — 🎓","type":8,"start_time":"2026-11-22T09:00:00Z","timezone":"Europe/Paris",\
            "duration":60,"end_time":"2026-11-22T10:01:12Z"}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    SqsStandIn sqs;

    @Inject
    TestClock clock;

    private LogRecords log;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.lambda.handler", "webhook");
            settings.put("zoom.webhook-secret-token", WebhookRequest.SECRET);
            settings.put("report.delay", "PT1S");
            return settings;
        }
    }

    @BeforeEach
    void begin() {
        sqs.empty();
        log = LogRecords.capture();
    }

    @AfterEach
    void nothingOfTheBodyIsLoggedButItsIds() {
        log.close();
        assertThat(log.text()).doesNotContain("réunion", "x1yCzABCDEfg23HiJKl4mN", "AAAAAABBBB", WebhookRequest.SECRET);
    }

    @Test
    void queuesAMeetingThatEndedWithEverythingTheEventTells() throws IOException {
        assertThat(status(WebhookRequest.signed(bytes(ENDED), clock.instant()))).isEqualTo(204);

        Message message = sqs.receive(1).get(0);
        JsonNode body = JSON.readTree(message.body());
        assertThat(body)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"meeting_id":"/ajXp112QmuoKj4854875==","meeting":{"id":"93201235621",\
                                "uuid":"/ajXp112QmuoKj4854875==","topic":"Weekly réunion — 🎓",\
                                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z",\
                                "timezone":"Europe/Paris"}}"""));
        assertThat(attribute(message, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)
                        - attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP))
                .isGreaterThanOrEqualTo(1000);
        assertThat(log.text()).contains("The meeting is queued.");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsWhatZoomSigned(JsonNode vector) {
        Instant signedAt = Instant.ofEpochSecond(vector.get("timestamp").asLong());
        clock.advance(Duration.between(clock.instant(), signedAt));
        byte[] body = bytes(vector.get("body").asText());
        WebhookRequest request = WebhookRequest.unsigned(body)
                .header("x-zm-request-timestamp", vector.get("timestamp").asText())
                .header("x-zm-signature", vector.get("signature").asText());

        int expected = vector.get("case").asText().startsWith("meeting.ended") ? 204 : 200;
        assertThat(status(request)).isEqualTo(expected);
        assertThat(status(request.base64(body))).isEqualTo(expected);
    }

    static Stream<JsonNode> vectors() throws IOException {
        return readVectors().get("signatures").valueStream();
    }

    @Test
    void answersTheUrlValidation() throws IOException {
        JsonNode vector = readVectors().get("url_validation");
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"%s\"}}"
                .formatted(vector.get("plainToken").asText());

        JsonNode answer =
                answer(WebhookRequest.signed(bytes(body), clock.instant()).toString());

        assertThat(answer.get("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.get("headers").get("content-type").asText()).isEqualTo("application/json");
        JsonNode tokens = JSON.readTree(answer.get("body").asText());
        assertThat(tokens.get("plainToken")).isEqualTo(vector.get("plainToken"));
        assertThat(tokens.get("encryptedToken")).isEqualTo(vector.get("encryptedToken"));
        assertThat(sqs.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"webinar.ended\",\"payload\":{\"object\":{\"id\":\"1\",\"uuid\":\"u==\"}}}",
                "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":\"1\",\"uuid\":\"u==\"}}}",
                "{\"event\":\"\"}"
            })
    void hasNothingToDoForOtherEvents(String body) {
        assertThat(status(WebhookRequest.signed(bytes(body), clock.instant()))).isEqualTo(204);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void readsHeadersInAnyCase() {
        WebhookRequest request = WebhookRequest.signed(bytes(ENDED), clock.instant())
                .rename("x-zm-request-timestamp", "X-Zm-Request-Timestamp")
                .rename("x-zm-signature", "X-ZM-SIGNATURE");

        assertThat(status(request)).isEqualTo(204);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @Test
    void takesTheSameEventTenTimes() {
        String request = WebhookRequest.signed(bytes(ENDED), clock.instant()).toString();
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

        assertThat(status(WebhookRequest.signed(bytes(body), clock.instant()))).isEqualTo(204);

        assertThat(JSON.readTree(sqs.receive(1).get(0).body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"meeting_id\":\"12345\",\"meeting\":{\"id\":\"93201235621\",\"uuid\":\"12345\",\"topic\":\"7\"}}"));
    }

    @Test
    void asksByTheNumberWhereThereIsNoUuid() throws IOException {
        String body = "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"93201235621\",\"uuid\":\"\"}}}";

        assertThat(status(WebhookRequest.signed(bytes(body), clock.instant()))).isEqualTo(204);

        assertThat(JSON.readTree(sqs.receive(1).get(0).body()).get("meeting_id").asText())
                .isEqualTo("93201235621");
    }

    @Test
    void takesTextThatSqsDoesNot() throws IOException {
        String body =
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"uuid\":\"a==\",\"topic\":\"a\\u0000b\\uFFFEc\\uD83C\"}}}";

        assertThat(status(WebhookRequest.signed(bytes(body), clock.instant()))).isEqualTo(204);

        assertThat(JSON.readTree(sqs.receive(1).get(0).body())
                        .get("meeting")
                        .get("topic")
                        .asText())
                .isEqualTo("a\u0000b\uFFFEc?");
    }

    @Test
    void takesAMegabyte() {
        ObjectNode event = JSON.createObjectNode().put("event", "meeting.ended");
        event.putObject("payload").putObject("object").put("uuid", UUID).put("topic", "x".repeat(1024 * 1024));

        assertThat(status(WebhookRequest.signed(bytes(event.toString()), clock.instant())))
                .isEqualTo(204);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @Test
    void refusesWhatZoomDidNotSign() {
        byte[] body = bytes(ENDED);
        Instant now = clock.instant();
        refuse(401, WebhookRequest.unsigned(body));
        refuse(401, WebhookRequest.signed(body, now, "another-secret-token"));
        refuse(401, WebhookRequest.signed(body, now).without("x-zm-signature"));
        refuse(401, WebhookRequest.signed(body, now).without("x-zm-request-timestamp"));
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-signature", ""));
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-signature", "v0="));
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-signature", "v0=not hex – ü"));
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-request-timestamp", "now"));
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-request-timestamp", "9".repeat(400)));
        WebhookRequest upper = WebhookRequest.signed(body, now);
        refuse(
                401,
                upper.header("x-zm-signature", upper.header("x-zm-signature").replace("v0", "v1")));
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        byte[] body = bytes(ENDED);
        Instant now = clock.instant();
        refuse(401, WebhookRequest.signed(body, now).body(ENDED.replace("93201235621", "93201235622"), false));
        refuse(401, WebhookRequest.signed(body, now).body(ENDED.substring(0, 200), false));
        refuse(401, WebhookRequest.signed(body, now).body("", false));
        refuse(401, WebhookRequest.signed(body, now).body("x".repeat(1024 * 1024), false));
        String next = Long.toString(now.getEpochSecond() + 1);
        refuse(401, WebhookRequest.signed(body, now).header("x-zm-request-timestamp", next));
    }

    @Test
    void refusesDoubledHeaders() {
        WebhookRequest joined = WebhookRequest.signed(bytes(ENDED), clock.instant());
        joined.header("x-zm-signature", joined.header("x-zm-signature") + "," + joined.header("x-zm-signature"));
        refuse(401, joined);
        WebhookRequest twice = WebhookRequest.signed(bytes(ENDED), clock.instant());
        refuse(401, twice.header("X-Zm-Signature", twice.header("x-zm-signature")));
    }

    @Test
    void refusesWhatIsOlderOrNewerThanFiveMinutes() {
        byte[] body = bytes(ENDED);
        refuse(401, WebhookRequest.signed(body, clock.instant().minus(Duration.ofSeconds(302))));
        refuse(401, WebhookRequest.signed(body, clock.instant().plus(Duration.ofSeconds(330))));
        String replayed = WebhookRequest.signed(body, clock.instant()).toString();
        assertThat(status(replayed)).isEqualTo(204);
        clock.advance(Duration.ofMinutes(6));
        assertThat(status(replayed)).isEqualTo(401);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "null",
                "[]",
                "{}",
                "{\"event\":17}",
                "{\"event\":null}",
                "{\"event\":\"meeting.ended\"",
                "{\"event\":\"meeting.ended\"} {}",
                "{\"event\":\"meeting.ended\"}",
                "{\"event\":\"meeting.ended\",\"payload\":7}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":[[[1]]]}}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":{\"id\":1},\"uuid\":[]}}}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"\",\"uuid\":\"..\"}}}",
                "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":5}}",
                "{\"event\":\"endpoint.url_validation\"}"
            })
    void refusesWhatItCannotReadEvenWhenSigned(String body) {
        refuse(400, WebhookRequest.signed(bytes(body), clock.instant()));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = ENDED.replace("🎓", "").replace("—", "").getBytes(StandardCharsets.ISO_8859_1);
        refuse(400, WebhookRequest.signed(latin, clock.instant()).base64(latin));
        refuse(401, WebhookRequest.unsigned(latin).base64(latin));
        byte[] utf16 = ENDED.getBytes(StandardCharsets.UTF_16);
        refuse(400, WebhookRequest.signed(utf16, clock.instant()).base64(utf16));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        byte[] nested = bytes("[".repeat(100_000));
        refuse(400, WebhookRequest.signed(nested, clock.instant()));
        refuse(401, WebhookRequest.unsigned(nested));
    }

    @Test
    void refusesBase64ThatIsNone() {
        refuse(400, WebhookRequest.signed(bytes(ENDED), clock.instant()).body("%%%", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text\"",
                "{\"headers\":[],\"body\":{}}",
                "{\"headers\":{\"x-zm-signature\":{\"a\":1},\"x-zm-request-timestamp\":[1,2]},\"body\":[1]}",
                "{\"headers\":null,\"body\":null,\"isBase64Encoded\":\"maybe\"}"
            })
    void refusesEventsThatAreNoRequests(String event) {
        assertThat(status(event)).isEqualTo(401);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void asksZoomToSendAgainWhatTheQueueDoesNotTake() {
        sqs.deleteReports();
        try {
            assertThat(status(WebhookRequest.signed(bytes(ENDED), clock.instant())))
                    .isEqualTo(503);
        } finally {
            sqs.createReports();
        }
        assertThat(log.text()).contains("REPORT_QUEUE_URL");
    }

    private void refuse(int status, WebhookRequest request) {
        assertThat(status(request)).isEqualTo(status);
        assertThat(sqs.count()).isZero();
    }

    private static int status(WebhookRequest request) {
        return status(request.toString());
    }

    private static int status(String event) {
        return answer(event).get("statusCode").asInt();
    }

    private static JsonNode answer(String event) {
        try {
            return JSON.readTree(Door.invoke(event).statusCode(200).extract().asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long attribute(Message message, MessageSystemAttributeName name) {
        return Long.parseLong(message.attributes().get(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static JsonNode readVectors() throws IOException {
        try (InputStream in = WebhookHandlerTest.class.getResourceAsStream("/zoom/webhook-vectors.json")) {
            return JSON.readTree(in);
        }
    }
}

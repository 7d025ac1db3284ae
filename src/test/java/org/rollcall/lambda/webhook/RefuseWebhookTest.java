package org.rollcall.lambda.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.WebhookRequest;

@QuarkusTest
@TestProfile(WebhookProfile.class)
class RefuseWebhookTest extends WebhookTest {
    @Test
    void refusesWhatZoomDidNotSign() {
        refuse(401, WebhookRequest.unsigned(bytes(ENDED)));
        refuse(401, WebhookRequest.signed(bytes(ENDED), clock.instant(), "another-secret-token"));
        refuse(401, signed(ENDED).without("x-zm-signature"));
        refuse(401, signed(ENDED).without("x-zm-request-timestamp"));
        refuse(401, signed(ENDED).header("x-zm-signature", ""));
        refuse(401, signed(ENDED).header("x-zm-signature", "v0="));
        refuse(401, signed(ENDED).header("x-zm-signature", "v0=not hex – ü"));
        refuse(401, signed(ENDED).header("x-zm-request-timestamp", "now"));
        refuse(401, signed(ENDED).header("x-zm-request-timestamp", "9".repeat(400)));
        WebhookRequest other = signed(ENDED);
        refuse(
                401,
                other.header("x-zm-signature", other.header("x-zm-signature").replace("v0", "v1")));
    }

    /** Of what anybody can send to an open route, only that is counted which Zoom could have sent. */
    @Test
    void countsWhatLooksLikeZoomsAndIsSignedWithAnotherToken() throws IOException {
        byte[] body = bytes(ENDED);
        try (StandardOutput out = StandardOutput.capture()) {
            refuse(401, WebhookRequest.signed(body, clock.instant(), "another-secret-token"));
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("WebhookRefusals", 1));
        }
        assertThat(log.text()).contains("ZOOM_WEBHOOK_SECRET_TOKEN");
        try (StandardOutput out = StandardOutput.capture()) {
            refuse(401, WebhookRequest.unsigned(body));
            refuse(401, signed(ENDED).header("x-zm-signature", "v0=0123"));
            refuse(
                    401,
                    WebhookRequest.signed(body, clock.instant().minus(Duration.ofHours(3)), "another-secret-token"));
            refuse(400, signed("no JSON"));
            assertThat(status(signed(ENDED))).isEqualTo(204);
            assertThat(out.metrics()).isEmpty();
        }
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        refuse(401, signed(ENDED).body(ENDED.replace("93201235621", "93201235622"), false));
        refuse(401, signed(ENDED).body(ENDED.substring(0, 200), false));
        refuse(401, signed(ENDED).body("", false));
        refuse(401, signed(ENDED).body("x".repeat(1024 * 1024), false));
        Instant now = clock.instant();
        String next = Long.toString(now.getEpochSecond() + 1);
        refuse(401, WebhookRequest.signed(bytes(ENDED), now).header("x-zm-request-timestamp", next));
    }

    @Test
    void refusesDoubledHeaders() {
        WebhookRequest joined = signed(ENDED);
        joined.header("x-zm-signature", joined.header("x-zm-signature") + "," + joined.header("x-zm-signature"));
        refuse(401, joined);
        WebhookRequest twice = signed(ENDED);
        refuse(401, twice.header("X-Zm-Signature", twice.header("x-zm-signature")));
    }

    @Test
    void refusesWhatIsFarAheadOrOlderThanTheTolerance() {
        byte[] body = bytes(ENDED);
        refuse(401, WebhookRequest.signed(body, clock.instant().minus(Duration.ofSeconds(7202))));
        refuse(401, WebhookRequest.signed(body, clock.instant().plus(Duration.ofSeconds(330))));
    }

    /** Zoom repeats an event after 5, 25 and 85 minutes, and may leave its first timestamp on it. */
    @Test
    void takesWhatZoomSendsAgainWithItsFirstTimestamp() {
        String repeated = signed(ENDED).toString();
        assertThat(status(repeated)).isEqualTo(204);
        clock.advance(Duration.ofMinutes(85));
        assertThat(status(repeated)).isEqualTo(204);
        clock.advance(Duration.ofMinutes(36));
        assertThat(status(repeated)).isEqualTo(401);
        assertThat(sqs.count()).isEqualTo(2);
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
        refuse(400, signed(body));
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
        refuse(400, signed(ENDED).body("%%%", true));
    }

    private void refuse(int status, WebhookRequest request) {
        assertThat(status(request)).isEqualTo(status);
        assertThat(sqs.count()).isZero();
    }
}

package org.rollcall.lambda.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.WebhookRequest;

@QuarkusTest
@TestProfile(WebhookProfile.class)
class WebhookHandlerTest extends WebhookTest {
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
    void readsHeadersInAnyCase() {
        WebhookRequest request = signed(ENDED)
                .rename("x-zm-request-timestamp", "X-Zm-Request-Timestamp")
                .rename("x-zm-signature", "X-ZM-SIGNATURE");

        assertThat(status(request)).isEqualTo(204);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @Test
    void answersTheUrlValidation() throws IOException {
        JsonNode vector = readVectors().get("url_validation");
        String body = "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"%s\"}}"
                .formatted(vector.get("plainToken").asText());

        JsonNode answer = answer(signed(body).toString());

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
                "{\"event\":\"webinar.started\",\"payload\":{\"object\":{\"id\":\"1\",\"uuid\":\"u==\"}}}",
                "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":\"1\",\"uuid\":\"u==\"}}}",
                "{\"event\":\"\"}"
            })
    void hasNothingToDoForOtherEvents(String body) {
        assertThat(status(signed(body))).isEqualTo(204);
        assertThat(sqs.count()).isZero();
    }

    private static JsonNode readVectors() throws IOException {
        try (InputStream in = WebhookHandlerTest.class.getResourceAsStream("/zoom/webhook-vectors.json")) {
            return JSON.readTree(in);
        }
    }
}

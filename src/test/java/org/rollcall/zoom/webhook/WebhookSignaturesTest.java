package org.rollcall.zoom.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.call.SecretStore;
import org.rollcall.zoom.call.ZoomSecrets;
import org.rollcall.zoom.webhook.WebhookSignatures.Verdict;

class WebhookSignaturesTest {
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1795500000);
    private static final String SECRET = "not-a-real-secret-token";

    private Map<String, String> stored = Map.of();
    private Instant now = SIGNED_AT;

    @ParameterizedTest
    @MethodSource("vectors")
    void fitsWhatZoomSigned(JsonNode vector) {
        assertThat(verify(signatures(SECRET), vector)).isEqualTo(Verdict.ZOOMS);
        assertThat(verify(signatures("another-secret-token"), vector)).isEqualTo(Verdict.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"-301, NONE", "-300, ZOOMS", "0, ZOOMS", "7200, ZOOMS", "7201, NONE"})
    void isGoodForFiveMinutesAheadAndTwoHoursBehind(int secondsLater, Verdict verdict) throws IOException {
        now = SIGNED_AT.plusSeconds(secondsLater);
        assertThat(verify(signatures(SECRET), vectors().findFirst().orElseThrow()))
                .isEqualTo(verdict);
    }

    /** What anybody sends to an open route must not look like a wrong token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "v1=HEX",
                "v0=HEX0",
                "v0=HEX,v0=HEX",
                "HEX",
                "v0=UPPER",
                "v0=nohex",
                " v0=HEX",
                "v0=HEX\n"
            })
    void looksLikeZoomsOnlyInZoomsForm(String form) {
        String hex = "0123456789abcdef".repeat(4);
        String signature = form.replace("HEX", hex).replace("UPPER", hex.toUpperCase(Locale.ROOT));
        String timestamp = Long.toString(SIGNED_AT.getEpochSecond());

        assertThat(verify(signatures(SECRET), timestamp, "v0=" + hex, "{}")).isEqualTo(Verdict.MISMATCH);
        assertThat(verify(signatures(SECRET), timestamp, signature, "{}")).isEqualTo(Verdict.NONE);
        assertThat(verify(signatures(SECRET), "", "v0=" + hex, "{}")).isEqualTo(Verdict.NONE);
    }

    @Test
    void encryptsThePlainToken() throws IOException {
        JsonNode vector = read().get("url_validation");
        assertThat(signatures(SECRET).encrypt(vector.get("plainToken").asText()))
                .isEqualTo(vector.get("encryptedToken").asText());
    }

    @Test
    void isCheckedByTheNewTokenOnceTheOldOneIsReplaced() throws IOException {
        JsonNode vector = vectors().findFirst().orElseThrow();
        stored = Map.of("zoom_webhook_secret_token", "the-old-token");
        WebhookSignatures signatures = signatures("");
        assertThat(verify(signatures, vector)).isEqualTo(Verdict.MISMATCH);

        stored = Map.of("zoom_webhook_secret_token", SECRET);
        now = now.plusSeconds(61);
        assertThat(verify(signatures, vector)).isEqualTo(Verdict.ZOOMS);
    }

    @Test
    void failsWithoutAToken() {
        assertThatThrownBy(() -> signatures("").encrypt("plain"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("ZOOM_WEBHOOK_SECRET_TOKEN");
    }

    private WebhookSignatures signatures(String token) {
        SecretStore store = new SecretStore() {
            @Override
            public boolean isSet() {
                return !stored.isEmpty();
            }

            @Override
            public Map<String, String> read() {
                return stored;
            }
        };
        Settings settings = TestSettings.of("ZOOM_WEBHOOK_SECRET_TOKEN", token);
        return new WebhookSignatures(new ZoomSecrets(settings, store, () -> now), settings, () -> now);
    }

    private static Verdict verify(WebhookSignatures signatures, JsonNode vector) {
        return verify(
                signatures,
                vector.get("timestamp").asText(),
                vector.get("signature").asText(),
                vector.get("body").asText());
    }

    private static Verdict verify(WebhookSignatures signatures, String timestamp, String signature, String body) {
        return signatures.verify(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<JsonNode> vectors() throws IOException {
        return read().get("signatures").valueStream();
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = WebhookSignaturesTest.class.getResourceAsStream("/zoom/webhook-vectors.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}

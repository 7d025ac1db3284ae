package org.rollcall.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.call.SecretStore;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * Reads the Zoom app's credentials, or the webhook's token, from the AWS Secrets Manager secret that
 * {@code ZOOM_SECRET_ID} names, a JSON object.
 */
@Singleton
class ReadZoomSecret implements SecretStore {
    private static final String NAME = "ZOOM_SECRET_ID";
    /** Handlers have to answer, the webhook's within a few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Settings settings;
    private final ObjectMapper json;

    ReadZoomSecret(Settings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public boolean isSet() {
        return settings.zoomSecretId().isPresent();
    }

    /**
     * {@inheritDoc}
     *
     * @throws SecretNotReadException when Secrets Manager does not give it
     * @throws InvalidSettingException when it is not a JSON object
     */
    @Override
    public Map<String, String> read() {
        Map<String, String> values = new HashMap<>();
        parse(secretString()).properties().forEach(field -> {
            String value = field.getValue().asText().strip();
            if (!value.isEmpty() && !field.getValue().isNull()) {
                values.put(field.getKey(), value);
            }
        });
        return values;
    }

    // A client of its own each time: this happens once a cold start and once a rotation.
    private String secretString() {
        SecretsManagerClientBuilder builder = SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.apiCallTimeout(PATIENCE));
        try (SecretsManagerClient client = builder.build()) {
            return client.getSecretValue(
                            request -> request.secretId(settings.zoomSecretId().orElseThrow()))
                    .secretString();
        } catch (SdkException e) {
            throw new SecretNotReadException(
                    "The secret that " + NAME + " names could not be read: " + e.getMessage()
                            + " Look whether it is in the function's region, and whether the function's role may"
                            + " secretsmanager:GetSecretValue of it and kms:Decrypt with its key.",
                    e);
        }
    }

    // Without the parser's exception, which can quote what it read.
    private JsonNode parse(String text) {
        try {
            JsonNode node = text == null ? null : json.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below, as of a secret that is a number or bytes.
        }
        throw new InvalidSettingException(
                NAME,
                "names a secret that is not a JSON object. It accepts one with zoom_account_id, zoom_client_id and"
                        + " zoom_client_secret, and for the webhook one with zoom_webhook_secret_token.");
    }
}

package org.rollcall.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.TestSettings;

class ReadZoomSecretTest {
    @RegisterExtension
    static final WireMockExtension SECRETS_MANAGER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    @BeforeAll
    static void begin() {
        TestAws.useMadeUpCredentials();
        System.setProperty("aws.endpointUrlSecretsManager", SECRETS_MANAGER.baseUrl());
    }

    @AfterAll
    static void end() {
        System.clearProperty("aws.endpointUrlSecretsManager");
    }

    @Test
    void readsTheSecretThatIsNamed() {
        answer(
                200,
                TestAws.secretAnswer(
                        """
                {"zoom_account_id": "account", "zoom_client_id": " client ", "zoom_client_secret": "s3cr\u00e9t",
                 "zoom_webhook_secret_token": "", "note": null}"""));
        assertEquals(
                Map.of("zoom_account_id", "account", "zoom_client_id", "client", "zoom_client_secret", "s3cr\u00e9t"),
                reader("rollcall/zoom").read());
        SECRETS_MANAGER.verify(
                1,
                postRequestedFor(urlEqualTo("/"))
                        .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                        .withHeader("Authorization", matching("AWS4-HMAC-SHA256 .*/eu-central-1/secretsmanager/.*"))
                        .withRequestBody(equalToJson("{\"SecretId\": \"rollcall/zoom\"}")));
    }

    @Test
    void isNotSetWithoutAName() {
        assertFalse(reader("").isSet());
        assertFalse(reader(" ").isSet());
        assertTrue(reader("rollcall/zoom").isSet());
    }

    @Test
    void saysWhatToLookAtWhenAccessIsDenied() {
        answer(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"is not authorized to perform\"}");
        String message = assertThrows(SecretNotReadException.class, () -> reader("rollcall/zoom")
                        .read())
                .getMessage();
        assertTrue(message.startsWith("The secret that ZOOM_SECRET_ID names could not be read: "), message);
        assertTrue(message.contains("is not authorized to perform"), message);
        assertTrue(message.contains("secretsmanager:GetSecretValue"), message);
    }

    @Test
    void saysWhatToLookAtWhenThereIsNoSuchSecret() {
        answer(
                400,
                "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Secrets Manager can't find the specified secret.\"}");
        assertTrue(assertThrows(SecretNotReadException.class, () -> reader("rollcall/zoom")
                        .read())
                .getMessage()
                .contains("Secrets Manager can't find the specified secret."));
    }

    @Test
    void neverQuotesASecretThatIsNoJsonObject() {
        for (String secret : new String[] {"hunter2", "{\"zoom_client_secret\": hunter2}", "[\"hunter2\"]", ""}) {
            answer(200, TestAws.secretAnswer(secret));
            InvalidSettingException e = assertThrows(
                    InvalidSettingException.class, () -> reader("rollcall/zoom").read());
            assertTrue(e.getMessage().startsWith("ZOOM_SECRET_ID names a secret that is not a JSON object."));
            assertFalse(e.getMessage().contains("hunter2"));
            assertNull(e.getCause());
        }
    }

    @Test
    void aSecretOfBytesIsNoJsonObject() {
        answer(200, "{\"Name\":\"rollcall/zoom\",\"SecretBinary\":\"e30=\"}");
        assertThrows(
                InvalidSettingException.class, () -> reader("rollcall/zoom").read());
    }

    private static ReadZoomSecret reader(String secretId) {
        return new ReadZoomSecret(TestSettings.of("ZOOM_SECRET_ID", secretId), new ObjectMapper());
    }

    private static void answer(int status, String body) {
        SECRETS_MANAGER.stubFor(post(urlEqualTo("/"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/x-amz-json-1.1")
                        .withBody(body)));
    }
}

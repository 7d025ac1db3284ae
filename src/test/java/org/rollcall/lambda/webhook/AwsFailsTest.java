package org.rollcall.lambda.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.TestAws;
import org.rollcall.lambda.WebhookRequest;

/** Secrets Manager, then SQS: Zoom, which waits for three seconds, is to send again what AWS fails at. */
@QuarkusTest
@TestProfile(AwsFailsTest.Profile.class)
class AwsFailsTest {
    private static final String SECRETS_MANAGER = "/secrets-manager/";
    private static final String SQS = "/sqs/";
    /** Longer than Zoom waits, and shorter than the function may take. */
    private static final int SILENCE = 8_000;

    private static WireMockServer server;

    @Inject
    TestClock clock;

    private LogRecords log;

    @BeforeEach
    void begin() {
        log = LogRecords.capture();
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void isAnsweredInTimeSoThatZoomSendsTheMeetingAgain() {
        server.stubFor(post(SECRETS_MANAGER)
                .willReturn(jsonResponse("{\"__type\":\"AccessDeniedException\",\"message\":\"Not you.\"}", 400)));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);
        assertThat(log.text()).contains("503: ", "ZOOM_SECRET_ID", "secretsmanager:GetSecretValue");
        server.verify(0, postRequestedFor(urlEqualTo(SQS)));

        server.stubFor(post(SECRETS_MANAGER).willReturn(secret().withFixedDelay(SILENCE)));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);

        server.stubFor(post(SECRETS_MANAGER).willReturn(secret()));
        server.stubFor(post(SQS).willReturn(taken().withFixedDelay(SILENCE)));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);
        assertThat(log.text()).contains("The queue did not take the meeting");

        server.stubFor(post(SQS).willReturn(taken()));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(204);
    }

    private int statusOfAMeetingThatEnded() {
        String body = "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"uuid\":\"a==\"}}}";
        return Door.succeed(WebhookRequest.signed(body.getBytes(StandardCharsets.UTF_8), clock.instant())
                        .toString())
                .extract()
                .path("statusCode");
    }

    private static ResponseDefinitionBuilder secret() {
        return okJson(TestAws.secretAnswer("{\"zoom_webhook_secret_token\":\"" + WebhookRequest.SECRET + "\"}"));
    }

    /** What SQS answers when it has the message (reference: SendMessage). */
    private static ResponseDefinitionBuilder taken() {
        byte[] message = "{\"meeting_id\":\"a==\",\"meeting\":{\"id\":\"a==\",\"uuid\":\"a==\"}}"
                .getBytes(StandardCharsets.UTF_8);
        try {
            String md5 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(message));
            return okJson("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5 + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "webhook", "zoom.secret-id", "rollcall/zoom");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Aws.class));
        }
    }

    public static class Aws implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            TestAws.useMadeUpCredentials();
            server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            server.start();
            return Map.of(
                    "aws.endpoint-url-secrets-manager", server.url(SECRETS_MANAGER),
                    "aws.endpoint-url-sqs", server.url(SQS),
                    "report.queue-url", server.url("/queue/reports"));
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}

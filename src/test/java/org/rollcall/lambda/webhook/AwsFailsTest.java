package org.rollcall.lambda.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.AwsStandIn.GET_SECRET_VALUE;
import static org.rollcall.lambda.AwsStandIn.SEND_MESSAGE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.AwsStandIn;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.WebhookRequest;

/** Secrets Manager, then SQS: Zoom, which waits for three seconds, is to send again what AWS fails at. */
@QuarkusTest
@TestProfile(WebhookProfile.class)
@WithTestResource(AwsStandIn.class)
class AwsFailsTest {
    /** Longer than Zoom waits, and shorter than the function may take. */
    private static final int SILENCE = 8_000;

    AwsStandIn aws;

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
    void isAnsweredInTimeSoThatZoomSendsTheMeetingAgain() throws IOException {
        aws.answer(
                GET_SECRET_VALUE, jsonResponse("{\"__type\":\"AccessDeniedException\",\"message\":\"Not you.\"}", 400));
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("SecretFailures", 1));
        }
        assertThat(log.text()).contains("503: ", "ZOOM_SECRET_ID", "secretsmanager:GetSecretValue");
        assertThat(aws.count(SEND_MESSAGE)).isZero();

        aws.answer(GET_SECRET_VALUE, AwsStandIn.secret("the token alone"));
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(LambdaService.fail(meetingThatEnded()).name()).isEqualTo("InvalidSettingException");
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("SettingFailures", 1));
        }

        aws.answer(GET_SECRET_VALUE, secret().withFixedDelay(SILENCE));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);

        aws.answer(GET_SECRET_VALUE, secret());
        aws.answer(SEND_MESSAGE, taken().withFixedDelay(SILENCE));
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(503);
        assertThat(log.text()).contains("The queue did not take the meeting");

        aws.answer(SEND_MESSAGE, taken());
        assertThat(statusOfAMeetingThatEnded()).isEqualTo(204);
    }

    private int statusOfAMeetingThatEnded() {
        return LambdaService.succeed(meetingThatEnded()).extract().path("statusCode");
    }

    private String meetingThatEnded() {
        String body = "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"uuid\":\"a==\"}}}";
        return WebhookRequest.signed(body.getBytes(StandardCharsets.UTF_8), clock.instant())
                .toString();
    }

    private static ResponseDefinitionBuilder secret() {
        return AwsStandIn.secret("{\"zoom_webhook_secret_token\":\"" + WebhookRequest.SECRET + "\"}");
    }

    /** What SQS answers when it has the message (reference: SendMessage). */
    private static ResponseDefinitionBuilder taken() {
        byte[] message =
                "{\"meeting_id\":\"a==\",\"include_fields\":\"registrant_id\",\"meeting\":{\"id\":\"a==\",\"uuid\":\"a==\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        try {
            String md5 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(message));
            return okJson("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5 + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

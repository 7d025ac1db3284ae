package org.rollcall.lambda.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.WebhookRequest;

/** The function between what API Gateway hands on and a stand-in for SQS. */
@WithTestResource(SqsStandIn.class)
abstract class WebhookTest {
    static final String ENDED =
            """
            {"event":"meeting.ended","event_ts":1795500000000,"payload":{"account_id":"AAAAAABBBB","object":{\
            "id":"93201235621","uuid":"/ajXp112QmuoKj4854875==","host_id":"x1yCzABCDEfg23HiJKl4mN",\
            "topic":"Weekly réunion — 🎓","type":8,"start_time":"2026-11-22T09:00:00Z","timezone":"Europe/Paris",\
            "duration":60,"end_time":"2026-11-22T10:01:12Z"}}}""";

    static final ObjectMapper JSON = new ObjectMapper();

    SqsStandIn sqs;

    @Inject
    TestClock clock;

    LogRecords log;

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

    /** What Zoom signs now. */
    WebhookRequest signed(String body) {
        return WebhookRequest.signed(bytes(body), clock.instant());
    }

    static int status(WebhookRequest request) {
        return status(request.toString());
    }

    static int status(String event) {
        return answer(event).get("statusCode").asInt();
    }

    static JsonNode answer(String event) {
        try {
            return JSON.readTree(
                    LambdaService.invoke(event).statusCode(200).extract().asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

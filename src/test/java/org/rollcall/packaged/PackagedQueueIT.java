package org.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.demo.StandInZoom;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.WebhookRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** From Zoom's event to the report, through the zip that is deployed and a queue. */
class PackagedQueueIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SqsStandIn SQS = new SqsStandIn();
    private static Map<String, String> queues;
    private static StandInZoom zoom;

    @TempDir
    Path reports;

    @BeforeAll
    static void start() {
        queues = SQS.start();
        zoom = new StandInZoom();
    }

    @AfterAll
    static void stop() {
        zoom.close();
        SQS.stop();
    }

    @BeforeEach
    void empty() {
        SQS.empty();
    }

    @Test
    void aMeetingEndsAndItsReportIsThere() throws IOException {
        // No credentials of Zoom's: this handler does without.
        try (PackagedFunction webhook = PackagedFunction.start(environment("webhook"))) {
            assertThat(json(webhook.invoke(meetingEnded())).path("statusCode").asInt())
                    .isEqualTo(204);
            JsonNode line = logged(webhook, "The meeting is queued.");
            assertThat(line.at("/mdc/meeting_id").asText()).isEqualTo(SampleMeeting.ID);
            assertThat(line.at("/mdc/AWSRequestId").asText()).isNotEmpty();
            assertThat(line.at("/mdc/xray_trace_id").asText()).isEqualTo("1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
            assertThat(webhook.log()).doesNotContain(SampleMeeting.TOPIC, WebhookRequest.SECRET);
        }

        List<Message> messages = SQS.receive(1);
        assertThat(messages).hasSize(1);
        try (PackagedFunction queue = PackagedFunction.start(withZoom(environment("queue")))) {
            JsonNode answer = json(queue.invoke(SqsStandIn.event(messages, Duration.ZERO)));
            assertThat(answer.toString()).isEqualTo("{\"batchItemFailures\":[]}");
            JsonNode line = logged(queue, "calls to Zoom.");
            assertThat(line.at("/mdc/outcome").asText()).isEqualTo("stored");
            assertThat(line.at("/mdc/rows").asText()).isEqualTo("637");
            JsonNode metrics = logged(queue, "CloudWatchMetrics");
            assertThat(metrics.path("FunctionName").asText()).isEqualTo("rollcall");
            assertThat(metrics.path("ReportsStored").asInt()).isEqualTo(1);
            assertThat(metrics.path("Rows").asInt()).isEqualTo(637);
        }
        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> reports.relativize(file).toString())
                            .filter(file -> file.contains("date=")))
                    .hasSize(2)
                    .allMatch(file -> file.contains("/date=2026-11-20/" + SampleMeeting.ID + "_"));
        }
    }

    @Test
    void aMessageOfSomeoneElsesBecomesADeadLetter() throws IOException {
        SQS.send("this is no report request");
        List<Message> messages = SQS.receive(1);
        try (PackagedFunction queue = PackagedFunction.start(withZoom(environment("queue")))) {
            JsonNode answer = json(queue.invoke(SqsStandIn.event(messages, Duration.ZERO)));
            assertThat(answer.path("batchItemFailures")).isEmpty();
        }
        Message dead = SQS.receiveDeadLetters(1).get(0);
        assertThat(dead.body()).isEqualTo("this is no report request");
        assertThat(dead.messageAttributes().get("reason").stringValue()).isEqualTo("InvalidRequestException");
    }

    @Test
    void whatZoomDoesNotHaveYetComesBack() throws IOException {
        SQS.send("{\"meeting_id\":\"" + SampleMeeting.UUID + "\"}");
        Map<String, String> environment = withZoom(environment("queue"));
        environment.put("ZOOM_API_URL", zoom.apiUrl() + "/elsewhere");
        try (PackagedFunction queue = PackagedFunction.start(environment)) {
            JsonNode answer = json(queue.invoke(SqsStandIn.event(SQS.receive(1), Duration.ZERO)));
            assertThat(answer.path("batchItemFailures")).hasSize(1);
        }
        assertThat(SQS.receive(1)).hasSize(1);
    }

    private Map<String, String> environment(String handler) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_LAMBDA_HANDLER", handler);
        environment.put("ZOOM_WEBHOOK_SECRET_TOKEN", WebhookRequest.SECRET);
        environment.put("AWS_ENDPOINT_URL_SQS", queues.get("aws.endpoint-url-sqs"));
        environment.put("REPORT_QUEUE_URL", queues.get("report.queue-url"));
        environment.put("REPORT_DEAD_LETTER_QUEUE_URL", queues.get("report.dead-letter-queue-url"));
        environment.put("REPORT_DELAY", "PT0S");
        environment.put("QUEUE_RETRY_DELAY", "PT1S");
        environment.put("REPORT_DESTINATION", reports.toUri().toString());
        environment.put("REPORT_FORMATS", "json,csv");
        return environment;
    }

    private static Map<String, String> withZoom(Map<String, String> environment) {
        environment.put("ZOOM_ACCOUNT_ID", "account");
        environment.put("ZOOM_CLIENT_ID", "client");
        environment.put("ZOOM_CLIENT_SECRET", "secret");
        environment.put("ZOOM_API_URL", zoom.apiUrl());
        environment.put("ZOOM_OAUTH_URL", zoom.oauthUrl());
        return environment;
    }

    private static String meetingEnded() {
        byte[] body = SampleMeeting.ended().getBytes(StandardCharsets.UTF_8);
        return WebhookRequest.signed(body, Instant.now()).toString();
    }

    private static JsonNode json(LambdaRuntimeApi.Answer answer) throws IOException {
        assertThat(answer.failed())
                .as(answer.errorType() + ": " + answer.errorMessage())
                .isFalse();
        return JSON.readTree(answer.body());
    }

    private static JsonNode logged(PackagedFunction function, String words) throws IOException {
        String line = function.log()
                .lines()
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(function.log()));
        return JSON.readTree(line);
    }
}

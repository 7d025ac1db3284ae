package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.SqsStandIn;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function between stand-ins for SQS, Zoom and S3; the test plays Lambda's poller, which deletes what is done. */
@WithTestResource(SqsStandIn.class)
abstract class QueueTest extends ComponentTest {
    static final String UUID = "/ajXp112QmuoKj4854875==";
    static final String OTHER = "aaaaaaaaQmuoKj4854875==";
    static final List<String> KEYS = List.of(
            "zoom/csv/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.csv",
            "zoom/json/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json");

    static final ObjectMapper JSON = new ObjectMapper();

    SqsStandIn sqs;
    private Duration ahead;

    @BeforeEach
    void begin() {
        sqs.empty();
        ahead = Duration.between(Instant.now(), clock.instant());
    }

    @AfterEach
    void noTopicIsLogged() {
        assertThat(log.text()).doesNotContain("réunion");
    }

    /** What the webhook queues. */
    static String message(String uuid) {
        return """
                {"meeting_id":"%s","meeting":{"id":"93201235621","uuid":"%s","topic":"Weekly r\\u00e9union",\
                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z","timezone":"Europe/Paris"}}"""
                .formatted(uuid, uuid);
    }

    /** The same message, to be begun then. */
    static String notBefore(Instant then, String message) {
        return message.replaceFirst("\\{", "{\"not_before\":\"" + then + "\",");
    }

    /** Sends and receives messages, each before the next, which alone says in which order they come. */
    List<Message> inTurn(String... bodies) {
        List<Message> messages = new ArrayList<>();
        for (String body : bodies) {
            sqs.send(body);
            messages.addAll(sqs.receive(1));
        }
        assertThat(messages).hasSize(bodies.length);
        return messages;
    }

    /** Does as Lambda does with so many messages, as soon as they can be seen; answers with those that failed. */
    List<String> deliver(int count) {
        List<Message> messages = sqs.receive(count);
        assertThat(messages).hasSize(count);
        return deliver(messages);
    }

    List<String> deliver(List<Message> messages) {
        List<String> failures = failures(event(messages));
        messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .forEach(sqs::delete);
        return failures;
    }

    /** The event that Lambda makes of them. */
    String event(List<Message> messages) {
        return SqsStandIn.event(messages, ahead);
    }

    static List<String> failures(String event) {
        try {
            JsonNode answer = JSON.readTree(
                    LambdaService.invoke(event).statusCode(200).extract().asByteArray());
            return answer.get("batchItemFailures")
                    .valueStream()
                    .map(failure -> failure.get("itemIdentifier").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.rollcall.lambda.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message as SQS gives it to a function (Lambda: Using Lambda with Amazon SQS, example event).
 *
 * @param messageId what a failure is reported by; empty when the event does not say
 * @param receiptHandle what its visibility is changed by; empty when the event does not say
 * @param body the message
 * @param receiveCount how often it was received, this time included
 * @param sentAt when it was sent; {@code null} when the event does not say
 */
public record QueueRecord(String messageId, String receiptHandle, String body, int receiveCount, Instant sentAt) {

    /** Reads a message of a batch. */
    static QueueRecord of(JsonNode json) {
        JsonNode attributes = json.path("attributes");
        long sent = attributes.path("SentTimestamp").asLong();
        return new QueueRecord(
                json.path("messageId").asText(),
                json.path("receiptHandle").asText(),
                json.path("body").isContainerNode()
                        ? json.path("body").toString()
                        : json.path("body").asText(),
                Math.max(1, attributes.path("ApproximateReceiveCount").asInt()),
                sent > 0 ? Instant.ofEpochMilli(sent) : null);
    }
}

package org.rollcall.lambda.batch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Settles what becomes of a message that is not done now. Lambda deletes those that are. */
@Singleton
public class SettleMessage {
    private static final Logger LOG = Logger.getLogger(SettleMessage.class);
    private static final int LONGEST_DETAIL = 1000;

    private final SqsClient sqs;

    public SettleMessage(SqsClient sqs) {
        this.sqs = sqs;
    }

    /** Sees to it that a message which is reported as failed comes back after this delay. */
    void holdBack(BatchQueue queue, QueueRecord record, Duration delay) {
        String queueUrl = queue.url();
        int seconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
        try {
            sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl)
                    .receiptHandle(record.receiptHandle())
                    .visibilityTimeout(seconds));
        } catch (SdkException e) {
            // It comes back all the same, when the queue's own visibility timeout is over.
            LOG.warnf("The message's visibility timeout could not be changed: %s", e.getMessage());
        }
    }

    /**
     * Gives a message up: sends it to the dead letters as it is.
     *
     * @param reason the kind of failure, as a message attribute
     * @param detail what happened, as a message attribute
     * @throws SdkException when it can't be sent
     */
    void giveUp(BatchQueue queue, QueueRecord record, String reason, String detail) {
        String queueUrl = queue.deadLetterUrl();
        sqs.sendMessage(message -> message.queueUrl(queueUrl)
                .messageBody(record.body().isEmpty() ? "(empty)" : record.body())
                .messageAttributes(Map.of("reason", attribute(reason), "detail", attribute(detail))));
    }

    private static MessageAttributeValue attribute(String text) {
        // SQS refuses characters that XML does not have.
        String clean = text.replaceAll("[^\\x20-\\uD7FF]", "?");
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(clean.substring(0, Math.min(clean.length(), LONGEST_DETAIL)))
                .build();
    }
}

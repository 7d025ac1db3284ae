package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.rollcall.lambda.sqs.NotQueuedException;
import org.rollcall.lambda.sqs.Queues;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the days that are left on the queue that the same function is called from. */
@Singleton
class ContinueReconciling {
    private static final Logger LOG = Logger.getLogger(ContinueReconciling.class);
    /** The longest delay SQS takes (reference: SendMessage, DelaySeconds). */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    /** SQS holds a message back for 12 hours since it was received; a function can take 15 minutes of these. */
    private static final Duration LONGEST_HOLD = Duration.ofHours(12).minusMinutes(15);

    private final SqsClient sqs;
    private final Queues queues;
    private final InstantSource clock;

    ContinueReconciling(SqsClient sqs, Queues queues, InstantSource clock) {
        this.sqs = sqs;
        this.queues = queues;
        this.clock = clock;
    }

    /** Whether there is such a queue. */
    boolean isPossible() {
        return queues.reconciliations().isPresent();
    }

    /**
     * Queues days.
     *
     * @param wait before they are begun with
     * @throws NotQueuedException when the queue does not take it
     */
    void with(ReconcileRange rest, Wait wait) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("from", rest.from().toString())
                .put("to", rest.to().toString())
                .put("step_days", rest.stepDays());
        wait.write(body);
        int delay = seconds(wait.remaining(clock), LONGEST_DELAY);
        try {
            sqs.sendMessage(message -> message.queueUrl(queues.reconciliations().orElseThrow())
                    .messageBody(body.toString())
                    .delaySeconds(delay));
        } catch (SdkException e) {
            throw new NotQueuedException(
                    "The days from " + rest.from() + " on could not be queued for reconciliation: " + e.getMessage()
                            + " Look at RECONCILE_QUEUE_URL, and whether the function's role may sqs:SendMessage there;"
                            + " then reconcile them by hand.",
                    e);
        }
    }

    /** Sees to it that a message which is reported as failed comes back when its wait is over, or half a day is. */
    void holdBack(String receiptHandle, Wait wait) {
        int timeout = seconds(wait.remaining(clock), LONGEST_HOLD);
        try {
            sqs.changeMessageVisibility(
                    change -> change.queueUrl(queues.reconciliations().orElseThrow())
                            .receiptHandle(receiptHandle)
                            .visibilityTimeout(timeout));
        } catch (SdkException e) {
            // It comes back all the same, when the queue's own visibility timeout is over.
            LOG.warnf("The message's visibility timeout could not be changed: %s", e.getMessage());
        }
    }

    private static int seconds(Duration wait, Duration most) {
        Duration some = wait.isNegative() ? Duration.ZERO : wait.compareTo(most) > 0 ? most : wait;
        return Math.toIntExact(some.plusMillis(999).toSeconds());
    }
}

package org.rollcall.lambda.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import org.rollcall.lambda.NotQueuedException;
import org.rollcall.lambda.Queues;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the days that are left on the queue that the same function is called from. */
@Singleton
class ContinueReconciling {
    private final SqsClient sqs;
    private final Queues queues;

    ContinueReconciling(SqsClient sqs, Queues queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    /** Whether there is such a queue. */
    boolean isPossible() {
        return queues.reconciliations().isPresent();
    }

    /** @throws NotQueuedException when the queue does not take it */
    void with(ReconcileRange rest) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("from", rest.from().toString())
                .put("to", rest.to().toString())
                .put("step_days", rest.stepDays())
                .toString();
        try {
            sqs.sendMessage(message ->
                    message.queueUrl(queues.reconciliations().orElseThrow()).messageBody(body));
        } catch (SdkException e) {
            throw new NotQueuedException(
                    "The days from " + rest.from() + " on could not be queued for reconciliation: " + e.getMessage()
                            + " Look at RECONCILE_QUEUE_URL, and whether the function's role may sqs:SendMessage there;"
                            + " then reconcile them by hand.",
                    e);
        }
    }
}

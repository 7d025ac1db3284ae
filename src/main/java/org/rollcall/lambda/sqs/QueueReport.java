package org.rollcall.lambda.sqs;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.WriteReportEvent;
import org.rollcall.settings.InvalidSettingException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the request for a report on the queue, as a direct event. */
@Singleton
public class QueueReport {
    /** The longest delay SQS takes (reference: SendMessage, DelaySeconds). */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    /** An SQS call that takes longer is of no use to a caller who waits three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private final SqsClient sqs;
    private final Queues queues;
    private final InstantSource clock;
    private final WriteReportEvent events;

    public QueueReport(SqsClient sqs, Queues queues, InstantSource clock, WriteReportEvent events) {
        this.sqs = sqs;
        this.queues = queues;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Queues a request. When this returns, SQS has it.
     *
     * @param request its types are not queued: what is queued has ended; without formats, those of the settings
     * @param delay how long nobody is to work on it
     * @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed
     * @throws SdkException when the queue can't be reached or does not accept it
     */
    public void queue(ReportRequest request, Duration delay) {
        boolean longer = delay.compareTo(LONGEST_DELAY) > 0;
        String body = events.write(request, longer ? clock.instant().plus(delay) : null);
        send(body, longer ? LONGEST_DELAY : delay);
    }

    /**
     * Queues the series of a meeting's number.
     *
     * @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed
     * @throws SdkException when the queue can't be reached or does not accept it
     */
    public void queueSeries(String meetingId) {
        send(events.writeSeries(meetingId), Duration.ZERO);
    }

    /**
     * Queues what is left of a remake.
     *
     * @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed
     * @throws SdkException when the queue can't be reached or does not accept it
     */
    public void queue(RemakeEvent rest) {
        send(events.write(rest), Duration.ZERO);
    }

    private void send(String body, Duration delay) {
        String queueUrl = queues.reports();
        sqs.sendMessage(message -> message.queueUrl(queueUrl)
                .messageBody(body)
                .delaySeconds(Math.toIntExact(delay.toSeconds()))
                .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
    }
}

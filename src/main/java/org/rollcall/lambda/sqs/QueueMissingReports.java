package org.rollcall.lambda.sqs;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.WriteReportEvent;
import org.rollcall.report.Meeting;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.zoom.source.MeetingQuery;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts requests for reports on the queue, ten a call. */
@Singleton
public class QueueMissingReports {
    /** SQS reference: SendMessageBatch. */
    private static final int BATCH = 10;

    private static final int ATTEMPTS = 3;

    private final SqsClient sqs;
    private final Queues queues;
    private final WriteReportEvent events;

    public QueueMissingReports(SqsClient sqs, Queues queues, WriteReportEvent events) {
        this.sqs = sqs;
        this.queues = queues;
        this.events = events;
    }

    /**
     * Queues the reports of meetings that have ended.
     *
     * @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed
     * @throws NotQueuedException when the queue did not take all of them
     */
    public void queue(List<Meeting> meetings) {
        queue(meetings, false);
    }

    /**
     * Queues the same of meetings whose reports are stored, and are to be read once more.
     *
     * @throws InvalidSettingException when {@code REPORT_QUEUE_URL} is missing or malformed
     * @throws NotQueuedException when the queue did not take all of them
     */
    public void queueAgain(List<Meeting> meetings) {
        queue(meetings, true);
    }

    private void queue(List<Meeting> meetings, boolean recount) {
        for (int from = 0; from < meetings.size(); from += BATCH) {
            send(meetings.subList(from, Math.min(from + BATCH, meetings.size())), recount);
        }
    }

    private void send(List<Meeting> meetings, boolean recount) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Meeting meeting : meetings) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .messageBody(message(meeting, recount))
                    .build());
        }
        List<BatchResultErrorEntry> failed = List.of();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            failed = send(entries, meetings);
            if (failed.isEmpty()) {
                return;
            }
            List<String> ids = failed.stream().map(BatchResultErrorEntry::id).toList();
            entries.removeIf(entry -> !ids.contains(entry.id()));
        }
        Meeting first = meetings.get(Integer.parseInt(failed.get(0).id()));
        throw notQueued(first, failed.get(0).code() + " " + failed.get(0).message(), null);
    }

    private List<BatchResultErrorEntry> send(List<SendMessageBatchRequestEntry> entries, List<Meeting> meetings) {
        try {
            return sqs.sendMessageBatch(
                            batch -> batch.queueUrl(queues.reports()).entries(entries))
                    .failed();
        } catch (SdkException e) {
            throw notQueued(meetings.get(0), e.getMessage(), e);
        }
    }

    private String message(Meeting meeting, boolean recount) {
        ReportRequest request = new ReportRequest(MeetingQuery.ended(meeting.instance(), meeting), List.of());
        return recount ? events.writeRecount(request) : events.write(request, null);
    }

    private static NotQueuedException notQueued(Meeting meeting, String reason, Throwable cause) {
        return new NotQueuedException(
                "The report of meeting " + meeting.id() + " could not be queued: " + reason
                        + " Look at REPORT_QUEUE_URL, and whether the function's role may sqs:SendMessage there; then"
                        + " reconcile again.",
                cause);
    }
}

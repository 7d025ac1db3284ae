package org.rollcall.lambda.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.lambda.HttpAnswer;
import org.rollcall.lambda.QueueReport;
import org.rollcall.lambda.Queues;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.OutOfTimeException;
import software.amazon.awssdk.core.exception.SdkException;

/** Hands what API Gateway does not wait for to the queue, and says where the report will be. */
@Singleton
class QueueLateReport {
    private static final Logger LOG = Logger.getLogger(QueueLateReport.class);

    private final ObjectMapper mapper;
    private final Queues queues;
    private final Instance<QueueReport> queueReport;
    private final ReportDestination destination;

    QueueLateReport(
            ObjectMapper mapper, Queues queues, Instance<QueueReport> queueReport, ReportDestination destination) {
        this.mapper = mapper;
        this.queues = queues;
        this.queueReport = queueReport;
        this.destination = destination;
    }

    /**
     * The answer 202 once the queue has the request. Only what has ended is queued, and whole: a filter is for an
     * answer, not for what is stored.
     *
     * @throws OutOfTimeException the one given, when there is no queue, when it can't be reached, or when the meeting
     *     is not over
     */
    HttpAnswer queue(ApiRequest asked, OutOfTimeException late) {
        ReportRequest request = asked.request();
        boolean over = late.type() != null
                ? late.type() != MeetingType.LIVE
                : request.types().contains(MeetingType.PAST) || request.types().contains(MeetingType.PAST_ONE);
        if (!over || !queues.hasReports() || destination.get().isEmpty()) {
            throw late;
        }
        Optional<URI> location = location(asked, late.meeting());
        // By the UUID of what the answer tells the place of: by then, the number may be another instance's.
        queue(
                location.isEmpty() ? request.meetingId() : late.meeting().uuid(),
                location.isEmpty() ? null : late.meeting(),
                request,
                late);
        ObjectNode body =
                mapper.createObjectNode().put("meeting_id", request.meetingId()).put("status", "queued");
        location.ifPresent(uri -> body.put("location", uri.toString()));
        return new HttpAnswer(202, Map.of("content-type", "application/json"), body.toString(), false);
    }

    private void queue(String meetingId, Meeting known, ReportRequest request, OutOfTimeException late) {
        ReportRequest queued =
                new ReportRequest(meetingId, MeetingType.ENDED, request.includeFields(), request.formats(), known);
        try {
            queueReport.get().queue(queued, Duration.ZERO);
        } catch (SdkException e) {
            LOG.errorf(
                    "The queue did not take the request for meeting %s: %s Look at REPORT_QUEUE_URL and whether the"
                            + " function's role may sqs:SendMessage there.",
                    request.meetingId(), e.getMessage());
            throw late;
        }
    }

    // Without its start and UUID nobody knows yet what the report will be called.
    private Optional<URI> location(ApiRequest asked, Meeting meeting) {
        if (meeting == null || meeting.startTime() == null || meeting.uuid() == null) {
            return Optional.empty();
        }
        String key = ReportKey.of(meeting, meeting.startTime(), asked.format());
        return destination.get().map(place -> place.location(key));
    }
}

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
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.sqs.QueueReport;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.source.MeetingQuery;
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
     * Returns the answer 202 once the queue has the request. Only what has ended is queued, and whole: a filter is for
     * an answer, not for what is stored.
     *
     * @param run how far the report got
     * @throws OutOfTimeException the one given, when there is no queue, when it can't be reached, or when the meeting
     *     is not over
     */
    HttpAnswer queue(ApiRequest asked, MakeReport.Run run, OutOfTimeException late) {
        MeetingQuery query = asked.request().query();
        boolean over = run.type().map(MeetingType.ENDED::contains).orElseGet(() -> query.types().stream()
                .anyMatch(MeetingType.ENDED::contains));
        if (!over
                || query.unchanged()
                || !queues.hasReports()
                || destination.get().isEmpty()) {
            throw late;
        }
        // By the UUID of what the answer names the place of: by then, the number may be another instance's.
        Optional<Meeting> placed = run.meetingSoFar().filter(QueueLateReport::hasPlace);
        MeetingQuery queued = new MeetingQuery(
                placed.map(Meeting::instance).orElse(query.id()),
                MeetingType.ENDED,
                query.sources(),
                query.includeFields(),
                placed.orElse(null),
                true,
                false);
        queue(new ReportRequest(queued, asked.request().formats()), late);
        ObjectNode body =
                mapper.createObjectNode().put("meeting_id", query.id().text()).put("status", "queued");
        placed.map(meeting -> location(asked, meeting)).ifPresent(uri -> body.put("location", uri.toString()));
        return new HttpAnswer(
                202, Map.of("content-type", "application/json", "cache-control", "no-store"), body.toString(), false);
    }

    private void queue(ReportRequest request, OutOfTimeException late) {
        try {
            queueReport.get().queue(request, Duration.ZERO);
        } catch (SdkException e) {
            LOG.errorf(
                    "The queue did not take the request for %s: %s Look at REPORT_QUEUE_URL and whether the"
                            + " function's role may sqs:SendMessage there.",
                    request.query().id(), e.getMessage());
            throw late;
        }
    }

    // Without its start and UUID nobody knows yet what the report will be called.
    private static boolean hasPlace(Meeting meeting) {
        return meeting.startTime() != null && meeting.uuid() != null;
    }

    private URI location(ApiRequest asked, Meeting meeting) {
        return destination.required().location(ReportKey.of(meeting, meeting.startTime(), asked.format()));
    }
}

package org.rollcall.lambda.queue;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.rollcall.lambda.batch.BatchQueue;
import org.rollcall.lambda.batch.MessageWork;
import org.rollcall.lambda.batch.Outcome;
import org.rollcall.lambda.batch.QueueRecord;
import org.rollcall.lambda.batch.WorkOffMessages;
import org.rollcall.lambda.event.Event;
import org.rollcall.lambda.event.MeetingFilter;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.event.ReportEvent;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.lambda.make.ExpectedPeople;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.lambda.sqs.QueueReport;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.lambda.stored.MakeSeries;
import org.rollcall.lambda.stored.RemakeReports;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.ReportWatch;
import org.rollcall.lambda.watch.WatchReports;
import org.rollcall.report.Meeting;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.OneParticipantException;
import software.amazon.awssdk.core.exception.SdkException;

/** Does what the messages of a batch ask for, each for itself: reports, series, and reports made anew. */
@Singleton
class WorkOffBatch {
    private static final Logger LOG = Logger.getLogger(WorkOffBatch.class);

    private final ReadReportEvent messages;
    private final MakeReport makeReport;
    private final StoreReport storeReport;
    private final WorkOffMessages workOffMessages;
    private final MakeSeries makeSeries;
    private final RemakeReports remakeReports;
    private final ExpectedPeople expectedPeople;
    private final QueueReport queueReport;
    private final MeetingFilter filter;
    private final Queues queues;
    private final WatchReports watches;
    private final InstantSource clock;

    WorkOffBatch(
            ReadReportEvent messages,
            MakeReport makeReport,
            StoreReport storeReport,
            WorkOffMessages workOffMessages,
            MakeSeries makeSeries,
            RemakeReports remakeReports,
            ExpectedPeople expectedPeople,
            QueueReport queueReport,
            MeetingFilter filter,
            Queues queues,
            WatchReports watches,
            InstantSource clock) {
        this.messages = messages;
        this.makeReport = makeReport;
        this.storeReport = storeReport;
        this.workOffMessages = workOffMessages;
        this.makeSeries = makeSeries;
        this.remakeReports = remakeReports;
        this.expectedPeople = expectedPeople;
        this.queueReport = queueReport;
        this.filter = filter;
        this.queues = queues;
        this.watches = watches;
        this.clock = clock;
    }

    /** Works the messages off; those in the answer come back later. */
    List<QueueRecord> workOff(List<QueueRecord> records, Deadline deadline) {
        return workOffMessages.workOff(records, deadline, new ReportQueue(queues), new Batch(deadline));
    }

    private record ReportQueue(Queues queues) implements BatchQueue {
        @Override
        public String url() {
            return queues.reports();
        }

        @Override
        public String deadLetterUrl() {
            return queues.deadLetters();
        }
    }

    /** One invocation's messages. */
    private final class Batch implements MessageWork<ReportWatch> {
        private final Deadline deadline;
        private final Set<ReportRequest> stored = new HashSet<>();

        Batch(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public ReportWatch begin() {
            return watches.begin();
        }

        @Override
        public Instant firstTry(QueueRecord record) {
            return messages.notBefore(record.body()).orElse(record.sentAt());
        }

        @Override
        public Outcome work(QueueRecord record, ReportWatch watch, LogFields fields) throws IOException {
            Event event = messages.readMessage(record.body());
            if (event instanceof SeriesEvent series) {
                fields.with("meeting_id", series.meetingId());
                makeSeries.make(series);
                watch.settled(Level.INFO, "stored", "The series is made.");
            } else if (event instanceof RemakeEvent remake) {
                fields.with("meeting_id", remake.meetingId());
                remake(remake, watch);
            } else if (event instanceof ReportEvent report) {
                return make(report, record, watch, fields);
            }
            return Outcome.DONE;
        }

        private void remake(RemakeEvent event, ReportWatch watch) {
            RemakeReports.Remade made = remakeReports.remake(event, deadline);
            made.rest().ifPresent(queueReport::queue);
            watch.settled(
                    Level.INFO,
                    made.rest().isPresent() ? "continued" : "stored",
                    made.remade() + " reports are made anew, " + made.skipped() + " skipped.");
        }

        private Outcome make(ReportEvent queued, QueueRecord record, ReportWatch watch, LogFields fields)
                throws IOException {
            ReportRequest request = queued.request();
            fields.with("meeting_id", request.query().id().text());
            if (queued.notBefore() != null && queued.notBefore().isAfter(clock.instant())) {
                watch.settled(Level.INFO, "handed back", "It is not to be begun yet.");
                return Outcome.laterIn(Duration.between(clock.instant(), queued.notBefore()));
            }
            if (stored.contains(request)) {
                watch.settled(Level.INFO, "duplicate", "This batch stored the same report before.");
                return Outcome.DONE;
            }
            if (request.query().known() != null
                    && !filter.includes(request.query().known())) {
                return leftOut(watch);
            }
            try (FinishedReport finished = makeReport.make(request, deadline)) {
                // Zoom's details can say more of the meeting than the message does.
                if (!filter.includes(finished.report().meeting())) {
                    return leftOut(watch);
                }
                storeReport.store(finished, queued.recount());
                stored.add(request);
                queueSeries(finished.report().meeting());
                watch.stored(finished.report(), record.sentAt());
            } catch (OneParticipantException e) {
                watch.settled(Level.INFO, "nothing to report", e.getMessage());
            }
            return Outcome.DONE;
        }

        private Outcome leftOut(ReportWatch watch) {
            watch.settled(Level.INFO, "left out", "REPORT_INCLUDE or REPORT_EXCLUDE leaves the meeting out.");
            return Outcome.DONE;
        }

        // A series that could not be queued is made with the next instance.
        private void queueSeries(Meeting meeting) {
            if (meeting.uuid() == null || !meeting.recurs() && !expectedPeople.hasRoster(meeting)) {
                return;
            }
            try {
                queueReport.queueSeries(meeting.id());
            } catch (SdkException e) {
                LOG.warnf("The series of meeting %s could not be queued: %s", meeting.id(), e.getMessage());
            }
        }
    }
}

package org.rollcall.lambda.queue;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger.Level;
import org.rollcall.lambda.FailureText;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.lambda.LogFields;
import org.rollcall.lambda.MakeInstanceReport;
import org.rollcall.lambda.ReportWatch;
import org.rollcall.lambda.StoreReport;
import org.rollcall.lambda.WatchReports;
import org.rollcall.report.Report;
import org.rollcall.report.ReportRequest;
import org.rollcall.zoom.Deadline;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes the reports that a batch of messages asks for, each for itself. */
@Singleton
class WorkOffBatch {
    /** With less time than this, or than a quarter of all, a report is not begun. */
    private static final Duration ROOM = Duration.ofMinutes(1);
    /** What was not begun can be begun elsewhere at once. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ReadQueuedReport messages;
    private final MakeInstanceReport makeReport;
    private final StoreReport storeReport;
    private final JudgeFailure failures;
    private final SettleMessage settle;
    private final WatchReports watches;
    private final InstantSource clock;

    WorkOffBatch(
            ReadQueuedReport messages,
            MakeInstanceReport makeReport,
            StoreReport storeReport,
            JudgeFailure failures,
            SettleMessage settle,
            WatchReports watches,
            InstantSource clock) {
        this.messages = messages;
        this.makeReport = makeReport;
        this.storeReport = storeReport;
        this.failures = failures;
        this.settle = settle;
        this.watches = watches;
        this.clock = clock;
    }

    /** Works the messages off; those in the answer come back later. */
    List<QueueRecord> workOff(List<QueueRecord> records, Deadline deadline) {
        Batch batch = new Batch(deadline);
        List<QueueRecord> comeBack = new ArrayList<>();
        for (QueueRecord record : records) {
            try (LogFields fields = new LogFields().with("message_id", record.messageId())) {
                if (!batch.isDone(record)) {
                    comeBack.add(record);
                }
            }
        }
        return comeBack;
    }

    /** One invocation's messages. */
    private final class Batch {
        private final Deadline deadline;
        private final Duration room;
        private final Set<ReportRequest> stored = new HashSet<>();
        private Exception concernsAll;

        Batch(Deadline deadline) {
            this.deadline = deadline;
            Duration share = deadline.remaining().dividedBy(4);
            this.room = share.compareTo(ROOM) < 0 ? share : ROOM;
        }

        boolean isDone(QueueRecord record) {
            ReportWatch watch = watches.begin();
            if (concernsAll != null && failures.givesUp(concernsAll, record)) {
                return fail(record, concernsAll, watch);
            }
            if (concernsAll != null) {
                return handBack(
                        record,
                        watch,
                        failures.delay(concernsAll, record),
                        "What made another fail would make this one fail.");
            }
            // Handed back at the last delivery, it would be a dead letter without a reason.
            if (deadline.remaining().compareTo(room) < 0 && !failures.isLastDelivery(record)) {
                return handBack(record, watch, SOON, "The function's time is almost over.");
            }
            try {
                return isDone(record, messages.read(record.body()), watch);
            } catch (RuntimeException | IOException e) {
                return fail(record, e, watch);
            }
        }

        private boolean isDone(QueueRecord record, QueuedReport queued, ReportWatch watch) throws IOException {
            ReportRequest request = queued.request();
            try (LogFields fields = new LogFields().with("meeting_id", request.meetingId())) {
                if (queued.notBefore() != null && queued.notBefore().isAfter(clock.instant())) {
                    Duration wait = Duration.between(clock.instant(), queued.notBefore());
                    settle.holdBack(record, QueueDelays.capped(wait));
                    watch.notStored(Level.INFO, "handed back", "It is not to be begun yet.");
                    return false;
                }
                if (stored.contains(request)) {
                    watch.notStored(Level.INFO, "duplicate", "This batch stored the same report before.");
                    return true;
                }
                try (FinishedReport finished = makeReport.make(request, deadline)) {
                    storeReport.store(finished);
                    Report report = finished.report();
                    stored.add(request);
                    watch.stored(report, record.sentAt());
                    return true;
                } catch (RuntimeException | IOException e) {
                    return fail(record, e, watch);
                }
            }
        }

        private boolean fail(QueueRecord record, Exception failure, ReportWatch watch) {
            if (failures.concernsAll(failure)) {
                concernsAll = failure;
            }
            String description = FailureText.of(failure);
            if (failures.givesUp(failure, record) && giveUp(record, failure, description, watch)) {
                return true;
            }
            return comeBack(record, watch, failures.delay(failure, record), Level.WARN, "later", description);
        }

        private boolean giveUp(QueueRecord record, Exception failure, String description, ReportWatch watch) {
            try {
                settle.giveUp(record, failure.getClass().getSimpleName(), description);
            } catch (SdkException e) {
                watch.notStored(
                        Level.ERROR, "not given up", "The message could not become a dead letter: " + e.getMessage());
                return false;
            }
            watch.notStored(Level.ERROR, "given up", description + " The message is with the dead letters.");
            return true;
        }

        private boolean handBack(QueueRecord record, ReportWatch watch, Duration delay, String why) {
            return comeBack(record, watch, delay, Level.INFO, "handed back", why);
        }

        private boolean comeBack(
                QueueRecord record, ReportWatch watch, Duration delay, Level level, String outcome, String why) {
            settle.holdBack(record, delay);
            String message = why + " It is tried again in " + delay.toSeconds() + " s.";
            watch.triedAgain(level, outcome, message, record.sentAt(), delay);
            return false;
        }
    }
}

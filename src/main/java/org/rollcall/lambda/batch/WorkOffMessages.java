package org.rollcall.lambda.batch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger.Level;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.watch.CountFailures;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.MessageWatch;
import org.rollcall.zoom.call.Deadline;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Works off the messages of a batch, each for itself: what fails comes back later, and what can never succeed becomes a
 * dead letter with its reason.
 */
@Singleton
public class WorkOffMessages {
    /** With less time than this, or than a quarter of all, a message is not begun. */
    private static final Duration ROOM = Duration.ofMinutes(1);
    /** What was not begun can be begun elsewhere at once. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final FailurePolicy failures;
    private final SettleMessage settle;
    private final CountFailures countFailures;

    public WorkOffMessages(FailurePolicy failures, SettleMessage settle, CountFailures countFailures) {
        this.failures = failures;
        this.settle = settle;
        this.countFailures = countFailures;
    }

    /** Works the messages off; those in the answer come back later. */
    public <W extends MessageWatch> List<QueueRecord> workOff(
            List<QueueRecord> records, Deadline deadline, BatchQueue queue, MessageWork<W> work) {
        Batch<W> batch = new Batch<>(deadline, queue, work);
        List<QueueRecord> comeBack = new ArrayList<>();
        for (QueueRecord record : records) {
            try (LogFields fields = new LogFields().with("message_id", record.messageId())) {
                if (!batch.isDone(record, fields)) {
                    comeBack.add(record);
                }
            }
        }
        return comeBack;
    }

    /** One invocation's messages. */
    private final class Batch<W extends MessageWatch> {
        private final Deadline deadline;
        private final Duration room;
        private final BatchQueue queue;
        private final MessageWork<W> work;
        private RollcallException failsBatch;

        Batch(Deadline deadline, BatchQueue queue, MessageWork<W> work) {
            this.deadline = deadline;
            this.queue = queue;
            this.work = work;
            Duration share = deadline.remaining().dividedBy(4);
            this.room = share.compareTo(ROOM) < 0 ? share : ROOM;
        }

        boolean isDone(QueueRecord record, LogFields fields) {
            W watch = work.begin();
            if (failsBatch != null && failures.givesUp(failsBatch, record, work.firstTry(record))) {
                return fail(record, failsBatch, watch);
            }
            if (failsBatch != null) {
                return handBack(
                        record,
                        watch,
                        failures.delay(failsBatch, record),
                        "What made another fail would make this one fail.");
            }
            // Handed back at the last delivery, it would be a dead letter without a reason.
            if (deadline.remaining().compareTo(room) < 0 && !failures.isLastDelivery(record)) {
                return handBack(record, watch, SOON, "The function's time is almost over.");
            }
            try {
                Outcome outcome = work.work(record, watch, fields);
                if (!outcome.isDone()) {
                    settle.holdBack(queue, record, QueueDelays.capped(outcome.comesBackIn()));
                }
                return outcome.isDone();
            } catch (RuntimeException | IOException e) {
                return fail(record, e, watch);
            }
        }

        private boolean fail(QueueRecord record, Exception cause, W watch) {
            RollcallException failure = countFailures.count(cause);
            if (failure.kind().failsBatch()) {
                failsBatch = failure;
            }
            if (failures.givesUp(failure, record, work.firstTry(record)) && giveUp(record, failure, watch)) {
                return true;
            }
            return comeBack(record, watch, failures.delay(failure, record), Level.WARN, "later", failure.getMessage());
        }

        private boolean giveUp(QueueRecord record, RollcallException failure, W watch) {
            try {
                settle.giveUp(queue, record, failure.kind().typeName(), failure.getMessage());
            } catch (SdkException e) {
                watch.settled(
                        Level.ERROR, "not given up", "The message could not become a dead letter: " + e.getMessage());
                return false;
            }
            watch.settled(Level.ERROR, "given up", failure.getMessage() + " The message is with the dead letters.");
            return true;
        }

        private boolean handBack(QueueRecord record, W watch, Duration delay, String why) {
            return comeBack(record, watch, delay, Level.INFO, "handed back", why);
        }

        private boolean comeBack(QueueRecord record, W watch, Duration delay, Level level, String outcome, String why) {
            settle.holdBack(queue, record, delay);
            String message = why + " It is tried again in " + delay.toSeconds() + " s.";
            watch.triedAgain(level, outcome, message, record.sentAt(), delay);
            return false;
        }
    }
}

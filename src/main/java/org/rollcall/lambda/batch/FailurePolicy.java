package org.rollcall.lambda.batch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/**
 * Decides what becomes of a message that failed, by the table of failures.
 *
 * @see org.rollcall.failure.FailureKind
 */
@Singleton
public class FailurePolicy {
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    /** The queues' {@code maxReceiveCount} in the template. */
    private static final int LAST_RECEIVE = 20;

    /** Zoom resets daily limits once a day; where it does not say when, asking now and then finds out. */
    private static final Duration DAILY_LIMIT_WAIT = Duration.ofHours(1);

    private final QueueDelays delays;
    private final InstantSource clock;

    FailurePolicy(QueueDelays delays, InstantSource clock) {
        this.delays = delays;
        this.clock = clock;
    }

    /**
     * Returns whether the message becomes a dead letter.
     *
     * @param firstTry when it could first be worked on; {@code null} where nothing says
     */
    boolean givesUp(RollcallException failure, QueueRecord record, Instant firstTry) {
        // At the last delivery SQS would make a dead letter of it by itself, and would not say why.
        return isLastDelivery(record)
                || switch (failure.kind().redelivery()) {
                    case NEVER -> true;
                    case AFTER_A_DAY_NEVER -> isOld(firstTry);
                    case LATER -> false;
                };
    }

    /** Returns whether SQS makes a dead letter of the message when it comes back once more. */
    boolean isLastDelivery(QueueRecord record) {
        return record.receiveCount() >= LAST_RECEIVE;
    }

    /** Returns how long the message stays invisible before its next delivery. */
    Duration delay(RollcallException failure, QueueRecord record) {
        return delays.after(record.receiveCount(), retryAfter(failure));
    }

    private boolean isOld(Instant firstTry) {
        return firstTry != null && firstTry.plus(LONG_ENOUGH).isBefore(clock.instant());
    }

    private static Duration retryAfter(RollcallException failure) {
        boolean unknown = failure.retryAfter() == null && failure.kind() == FailureKind.DAILY_LIMIT_REACHED;
        return unknown ? DAILY_LIMIT_WAIT : failure.retryAfter();
    }
}

package org.rollcall.lambda.queue;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.OtherInstanceException;
import org.rollcall.lambda.SecretNotReadException;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.zoom.CredentialsRefusedException;
import org.rollcall.zoom.DailyLimitReachedException;
import org.rollcall.zoom.DashboardNotAvailableException;
import org.rollcall.zoom.MeetingBlockedException;
import org.rollcall.zoom.MeetingNotFoundException;
import org.rollcall.zoom.MissingScopeException;
import org.rollcall.zoom.PassingFailureException;
import org.rollcall.zoom.RateLimitedException;
import org.rollcall.zoom.RequestRefusedException;

/**
 * Says what becomes of a message whose report failed.
 *
 * <ul>
 *   <li>Given up at once: what asking again does not change ({@link InvalidRequestException},
 *       {@link RequestRefusedException}, {@link MeetingBlockedException}, {@link OtherInstanceException}), and what
 *       someone has to repair in Zoom first ({@link MissingScopeException}, {@link DashboardNotAvailableException}): a
 *       dead letter raises an alarm within minutes and is moved back by one command.
 *   <li>Given up after a day: {@link MeetingNotFoundException}, for Zoom has a report within minutes or never; and
 *       {@link CredentialsRefusedException}, which heals by itself while credentials are being replaced.
 *   <li>Given up at the last delivery the queue allows: everything else, for then SQS would, and would not say why.
 * </ul>
 *
 * All else comes back later. When Zoom refuses not this meeting but everyone ({@link RateLimitedException},
 * {@link DailyLimitReachedException}, {@link CredentialsRefusedException}), or can't be asked at all
 * ({@link SecretNotReadException}, {@link InvalidSettingException}), so does the rest of the batch.
 */
@Singleton
class JudgeFailure {
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);
    /** The queue's {@code maxReceiveCount} in the template. */
    private static final int LAST_RECEIVE = 20;
    /** Zoom resets daily limits once a day; where it does not say when, ask now and then. */
    private static final Duration DAILY_LIMIT_WAIT = Duration.ofHours(1);

    private final QueueDelays delays;
    private final InstantSource clock;

    JudgeFailure(QueueDelays delays, InstantSource clock) {
        this.delays = delays;
        this.clock = clock;
    }

    /** Whether the message goes to the dead letters. */
    boolean givesUp(Exception failure, QueueRecord record) {
        return isPermanent(failure) || isLastDelivery(record) || (isWaitedForADay(failure) && isOld(record));
    }

    /** Whether SQS makes a dead letter of the message when it comes back once more. */
    boolean isLastDelivery(QueueRecord record) {
        return record.receiveCount() >= LAST_RECEIVE;
    }

    /** Whether the rest of the batch would fail for the same reason. */
    boolean concernsAll(Exception failure) {
        return failure instanceof RateLimitedException
                || failure instanceof DailyLimitReachedException
                || failure instanceof CredentialsRefusedException
                || failure instanceof SecretNotReadException
                || failure instanceof InvalidSettingException;
    }

    /** How long the message rests before it comes back. */
    Duration delay(Exception failure, QueueRecord record) {
        return delays.after(record.receiveCount(), retryAfter(failure));
    }

    private static boolean isPermanent(Exception failure) {
        return failure instanceof InvalidRequestException
                || failure instanceof RequestRefusedException
                || failure instanceof MeetingBlockedException
                || failure instanceof OtherInstanceException
                || failure instanceof MissingScopeException
                || failure instanceof DashboardNotAvailableException;
    }

    private static boolean isWaitedForADay(Exception failure) {
        return failure instanceof MeetingNotFoundException || failure instanceof CredentialsRefusedException;
    }

    private boolean isOld(QueueRecord record) {
        return record.sentAt() != null && record.sentAt().plus(LONG_ENOUGH).isBefore(clock.instant());
    }

    private static Duration retryAfter(Exception failure) {
        if (failure instanceof PassingFailureException passing) {
            return passing.retryAfter();
        }
        if (failure instanceof DailyLimitReachedException limited) {
            return limited.retryAfter() != null ? limited.retryAfter() : DAILY_LIMIT_WAIT;
        }
        return null;
    }
}

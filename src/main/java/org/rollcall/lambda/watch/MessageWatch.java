package org.rollcall.lambda.watch;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** The work on one message. What comes of it becomes one log line and its metrics. */
public interface MessageWatch {
    /**
     * Nothing more is done for it now.
     *
     * @param outcome a word for what becomes of it
     * @param message what happened, and to which meeting
     */
    void settled(Logger.Level level, String outcome, String message);

    /**
     * It is tried again.
     *
     * @param outcome a word for what becomes of it
     * @param message what happened, and to which meeting
     * @param queuedAt when it was asked for; {@code null} when nobody knows
     * @param delay how long from now until it is tried
     */
    void triedAgain(Logger.Level level, String outcome, String message, Instant queuedAt, Duration delay);
}

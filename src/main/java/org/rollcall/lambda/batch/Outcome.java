package org.rollcall.lambda.batch;

import java.time.Duration;

/**
 * What came of a message that did not fail.
 *
 * @param comesBackIn how long until it is delivered again; {@code null} when it is done
 */
public record Outcome(Duration comesBackIn) {
    /** The message can be deleted. */
    public static final Outcome DONE = new Outcome(null);

    /** Returns that the message is to be delivered again, after this time or the longest that SQS takes. */
    public static Outcome laterIn(Duration delay) {
        return new Outcome(delay);
    }

    boolean isDone() {
        return comesBackIn == null;
    }
}

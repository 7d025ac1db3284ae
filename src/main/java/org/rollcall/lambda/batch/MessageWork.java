package org.rollcall.lambda.batch;

import java.io.IOException;
import java.time.Instant;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.MessageWatch;

/**
 * What is done for each message of a queue.
 *
 * @param <W> what watches it
 */
public interface MessageWork<W extends MessageWatch> {
    /** Begins to watch one message. */
    W begin();

    /** Returns when the message could first be worked on; {@code null} where nothing says. */
    default Instant firstTry(QueueRecord record) {
        return record.sentAt();
    }

    /**
     * Does what a message asks for. Whatever it throws decides, by the table of failures, what becomes of the message.
     *
     * @param fields of the log lines about this message
     */
    Outcome work(QueueRecord record, W watch, LogFields fields) throws IOException;
}

package org.rollcall.lambda.batch;

import org.rollcall.settings.InvalidSettingException;

/** The queue that a batch of messages comes from. */
public interface BatchQueue {
    /**
     * Returns the queue's URL.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    String url();

    /**
     * Returns the URL of the queue for what is given up.
     *
     * @throws InvalidSettingException when it is not set or malformed
     */
    String deadLetterUrl();
}

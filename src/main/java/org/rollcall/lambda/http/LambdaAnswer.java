package org.rollcall.lambda.http;

/** What Lambda says of answers (AWS Lambda quotas: invocation payload, synchronous). */
public final class LambdaAnswer {
    /** The most that an answer can hold, measured as it is sent. */
    public static final int MAX_BYTES = 6 * 1024 * 1024;

    private LambdaAnswer() {}
}

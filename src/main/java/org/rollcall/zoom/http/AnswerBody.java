package org.rollcall.zoom.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.apache.http.client.methods.CloseableHttpResponse;

/** The body of an answer. What is left of it need not come when nobody waits for it any more. */
final class AnswerBody extends FilterInputStream {
    private final CloseableHttpResponse response;
    private boolean ended;

    private AnswerBody(CloseableHttpResponse response, InputStream content) {
        super(content);
        this.response = response;
    }

    /** Returns the body of an answer; {@code null} where it has none. */
    static InputStream of(CloseableHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? null
                : new AnswerBody(response, response.getEntity().getContent());
    }

    @Override
    public int read() throws IOException {
        checkWanted();
        int read = super.read();
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        checkWanted();
        int read = super.read(buffer, from, length);
        ended |= read < 0;
        return read;
    }

    // A body that keeps coming, however slowly, is no reason for the connection itself to give it up.
    private static void checkWanted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }

    /** Keeps the connection where all of the body was read; else ends it. */
    @Override
    public void close() throws IOException {
        try {
            if (ended) {
                super.close();
            }
        } finally {
            response.close();
        }
    }
}

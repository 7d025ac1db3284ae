package org.rollcall.bench;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.rollcall.packaged.TestCertificate;

/** Plays S3: takes objects, counts the bytes of documents as they were sent, and forgets them. No object is found. */
final class S3 extends Loopback {
    private static final String NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>";

    private final Map<String, Long> objects = new ConcurrentHashMap<>();

    S3(TestCertificate certificate) {
        super(certificate);
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.method() != HttpMethod.PUT) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/xml")
                    .end(request.method() == HttpMethod.HEAD ? "" : NO_SUCH_KEY);
            return;
        }
        AtomicLong bytes = new AtomicLong();
        request.handler(part -> bytes.addAndGet(part.length()));
        request.endHandler(all -> {
            if (request.path().replace("%3D", "=").contains("/date=")) {
                objects.put(request.path(), bytes.get());
            }
            request.response().putHeader("ETag", "\"0\"").end();
        });
    }

    /**
     * Forgets what was stored.
     *
     * @throws IllegalStateException when it was not so many objects, or one that can't hold so many rows
     */
    void takeReport(int documents, int rows) {
        Map<String, Long> taken = Map.copyOf(objects);
        objects.clear();
        if (taken.size() != documents || taken.values().stream().anyMatch(bytes -> bytes < rows * 2L)) {
            throw new IllegalStateException("Not a report of " + rows + " rows: " + taken);
        }
    }
}

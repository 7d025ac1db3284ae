package org.rollcall.bench;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rollcall.packaged.TestCertificate;

/**
 * Plays S3: takes objects, counts the bytes of documents as they were sent, and forgets them. No object is found but a
 * roster, where there is one.
 */
final class S3 extends Loopback {
    private static final String NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>";

    private final Map<String, Long> objects = new ConcurrentHashMap<>();
    private volatile String roster;

    S3(TestCertificate certificate) {
        super(certificate);
    }

    /** @param people how many every meeting's roster has from now on; 0 for no roster */
    void roster(int people) {
        roster = people == 0
                ? null
                : IntStream.range(0, people)
                        .mapToObj(person -> "Person %1$d,person.%1$d@example.org\n".formatted(person))
                        .collect(Collectors.joining("", "name,email\n", ""));
    }

    @Override
    protected void answer(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET
                && roster != null
                && request.path().contains("/rosters/")) {
            request.response().putHeader("ETag", "\"0\"").end(roster);
        } else if (request.method() != HttpMethod.PUT) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/xml")
                    .end(request.method() == HttpMethod.HEAD ? "" : NO_SUCH_KEY);
        } else {
            take(request);
        }
    }

    private void take(HttpServerRequest request) {
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

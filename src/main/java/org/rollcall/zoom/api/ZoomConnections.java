package org.rollcall.zoom.api;

import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import java.time.Duration;

/**
 * What the REST clients have no setting for: ends a connection on which Zoom is silent. Their own read timeout is over
 * once an answer begins. A body that stalls after that would be waited for until the function's time ends, and not
 * asked for again.
 */
@Singleton
public class ZoomConnections implements ContextResolver<HttpClientOptions> {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Override
    public HttpClientOptions getContext(Class<?> type) {
        if (type != HttpClientOptions.class) {
            return null;
        }
        // Not of reading alone: that one counts from the end of the answer before, however long ago.
        return new HttpClientOptions().setIdleTimeout((int) SILENCE.toSeconds());
    }
}

package org.rollcall.zoom;

import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the REST clients have no setting for: ends a connection on which Zoom is silent. Their own read timeout is over
 * once an answer begins. A body that stalls after that would be waited for until the function's time ends, and not
 * asked for again.
 */
@Singleton
public class ZoomConnections implements ContextResolver<HttpClientOptions> {
    private final int readTimeout;

    /** @param readTimeout in milliseconds */
    ZoomConnections(@ConfigProperty(name = "quarkus.rest-client.DashboardsApi.read-timeout") int readTimeout) {
        this.readTimeout = readTimeout;
    }

    @Override
    public HttpClientOptions getContext(Class<?> type) {
        if (type != HttpClientOptions.class) {
            return null;
        }
        // Not of reading alone: that one counts from the end of the answer before, however long ago.
        return new HttpClientOptions().setIdleTimeout(readTimeout).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }
}

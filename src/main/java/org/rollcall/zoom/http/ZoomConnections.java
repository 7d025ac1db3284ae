package org.rollcall.zoom.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** The connections to Zoom, which are kept. They are waited on by whoever asks: no threads of their own serve them. */
@Singleton
public class ZoomConnections {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** As many as reports at once could need. */
    private static final int MOST = 20;

    private HttpClient client;

    /** Returns what sends requests. It neither repeats nor redirects them, as each counts. */
    synchronized HttpClient client() {
        if (client == null) {
            PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
            connections.setMaxTotal(MOST);
            connections.setDefaultMaxPerRoute(MOST);
            client = HttpClients.custom()
                    .setConnectionManager(connections)
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setConnectTimeout((int) CONNECT.toMillis())
                            .setSocketTimeout((int) silence().toMillis())
                            // What is percent-encoded twice stays so.
                            .setNormalizeUri(false)
                            .build())
                    .setUserAgent("Rollcall")
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .build();
        }
        return client;
    }

    /** Returns how long Zoom may be silent, before an answer or within it, until its connection is given up. */
    protected Duration silence() {
        return SILENCE;
    }
}

package org.rollcall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Only reads a meeting's pages, one after the other over one connection: what the services played here cost. */
final class BareFetching {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Zoom zoom;

    BareFetching(Zoom zoom) {
        this.zoom = zoom;
    }

    double milliseconds(int rows) throws IOException, InterruptedException {
        String pages = zoom.participants(zoom.meeting(rows));
        long begun = System.nanoTime();
        for (int page = 0; page < Participants.pageCount(rows); page++) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(pages + page)).build();
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}

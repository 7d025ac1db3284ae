package org.rollcall.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.rollcall.packaged.TestCertificate;

/** Plays Zoom: every page lies ready as the bytes to send. The ID of a meeting says how many rows it has. */
final class Zoom extends Loopback {
    private static final long FIRST_ID = 90_000_000_000L;
    private static final String PATH = "/v2/metrics/meetings/";
    private static final Buffer TOKEN =
            Buffer.buffer("{\"access_token\":\"token\",\"token_type\":\"bearer\",\"expires_in\":3599}");

    /**
     * Timers are late by a millisecond or two, and so is a thread that has to be woken: the rest is waited out awake.
     */
    private static final int EARLY = 4;

    private final Map<Integer, List<Buffer>> pages = new ConcurrentHashMap<>();
    private volatile int latency;

    Zoom(TestCertificate certificate) {
        super(certificate);
    }

    /** The ID of a meeting with so many rows, whose pages lie ready from now on. */
    String meeting(int rows) {
        pages.computeIfAbsent(rows, Participants::pages);
        return String.valueOf(FIRST_ID + rows);
    }

    /** Where the pages of a meeting are, by token. */
    String participants(String meetingId) {
        return url() + PATH + meetingId + "/participants?next_page_token=";
    }

    /** @param milliseconds how long every page takes from now on */
    void latency(int milliseconds) {
        latency = milliseconds;
    }

    @Override
    protected void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("Content-Type", "application/json;charset=UTF-8");
        String path = request.path();
        if (path.equals("/oauth/token")) {
            request.end().onSuccess(all -> response.end(TOKEN));
        } else if (path.startsWith(PATH) && path.endsWith("/participants")) {
            String token = request.getParam("next_page_token", "");
            Buffer page = pages.get(rows(path)).get(token.isEmpty() ? 0 : Integer.parseInt(token));
            send(page, response);
        } else if (path.startsWith(PATH)) {
            response.end(details(rows(path)));
        } else {
            response.setStatusCode(404).end();
        }
    }

    private void send(Buffer page, HttpServerResponse response) {
        if (latency == 0) {
            response.end(page);
        } else {
            long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(latency);
            vertx.setTimer(Math.max(1, latency - EARLY), id -> {
                while (System.nanoTime() < due) {
                    Thread.onSpinWait();
                }
                response.end(page);
            });
        }
    }

    private static int rows(String path) {
        String id = path.substring(PATH.length()).split("/")[0];
        return (int) (Long.parseLong(id) - FIRST_ID);
    }

    private static Buffer details(int rows) {
        return Buffer.buffer("{\"uuid\":\"4444AAAiAAAAAiAiAiiAii==\",\"id\":" + (FIRST_ID + rows)
                + ",\"topic\":\"Town hall\",\"host\":\"Ada\",\"email\":\"ada@example.org\",\"user_type\":\"Licensed\","
                + "\"start_time\":\"2026-11-20T09:00:00Z\",\"end_time\":\"2026-11-20T10:00:00Z\",\"duration\":\"01:00:00\","
                + "\"participants\":" + rows + ",\"has_pstn\":true,\"has_voip\":true,\"has_recording\":false}");
    }
}

package org.rollcall.bench;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Zoom's {@code meeting.ended} as API Gateway hands it on (payload format 2.0). */
final class WebhookEvent {
    static final String SECRET_TOKEN = "secret-token";

    private static final String BODY =
            """
            {"event":"meeting.ended","event_ts":1763632800000,"payload":{"account_id":"account","object":\
            {"id":"93201235621","uuid":"4444AAAiAAAAAiAiAiiAii==","host_id":"host","topic":"Town hall","type":2,\
            "start_time":"2026-11-20T09:00:00Z","timezone":"Europe/Paris","duration":60,\
            "end_time":"2026-11-20T10:00:00Z"}}}""";

    private WebhookEvent() {}

    /** The event, signed now. */
    static String signed() {
        String timestamp = String.valueOf(System.currentTimeMillis() / 1000);
        JsonObject headers = new JsonObject()
                .put("content-type", "application/json")
                .put("x-zm-request-timestamp", timestamp)
                .put("x-zm-signature", "v0=" + hmac("v0:" + timestamp + ":" + BODY));
        JsonObject http = new JsonObject()
                .put("method", "POST")
                .put("path", "/zoom/webhook")
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "192.0.2.1");
        return new JsonObject()
                .put("version", "2.0")
                .put("routeKey", "POST /zoom/webhook")
                .put("rawPath", "/zoom/webhook")
                .put("rawQueryString", "")
                .put("headers", headers)
                .put(
                        "requestContext",
                        new JsonObject()
                                .put("http", http)
                                .put("requestId", "id")
                                .put("stage", "$default"))
                .put("body", BODY)
                .put("isBase64Encoded", false)
                .encode();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

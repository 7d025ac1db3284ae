package org.rollcall.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Zoom's request as API Gateway hands it on, and what can go wrong with it. */
public final class WebhookRequest {
    public static final String SECRET = "not-a-real-secret-token";

    private final ObjectNode event = new ObjectMapper().createObjectNode();
    private final ObjectNode headers;

    private WebhookRequest(byte[] body) {
        event.put("version", "2.0").put("routeKey", "POST /zoom/webhook").put("rawPath", "/zoom/webhook");
        headers = event.putObject("headers").put("content-type", "application/json; charset=utf-8");
        event.put("body", new String(body, StandardCharsets.UTF_8)).put("isBase64Encoded", false);
    }

    /** What Zoom signed at that moment. */
    public static WebhookRequest signed(byte[] body, Instant at) {
        return signed(body, at, SECRET);
    }

    /** What someone signed with a secret token at that moment. */
    public static WebhookRequest signed(byte[] body, Instant at, String secret) {
        String timestamp = Long.toString(at.getEpochSecond());
        return unsigned(body)
                .header("x-zm-request-timestamp", timestamp)
                .header("x-zm-signature", signature(secret, timestamp, body));
    }

    public static WebhookRequest unsigned(byte[] body) {
        return new WebhookRequest(body);
    }

    public WebhookRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public WebhookRequest without(String name) {
        headers.remove(name);
        return this;
    }

    public String header(String name) {
        return headers.path(name).asText();
    }

    /** The same header, in the case of someone's proxy. */
    public WebhookRequest rename(String from, String to) {
        headers.set(to, headers.remove(from));
        return this;
    }

    /** The body replaced by its bytes in base64. */
    public WebhookRequest base64(byte[] body) {
        return body(Base64.getEncoder().encodeToString(body), true);
    }

    public WebhookRequest body(String body, boolean base64) {
        event.put("body", body).put("isBase64Encoded", base64);
        return this;
    }

    public ObjectNode event() {
        return event;
    }

    @Override
    public String toString() {
        return event.toString();
    }

    public static String signature(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

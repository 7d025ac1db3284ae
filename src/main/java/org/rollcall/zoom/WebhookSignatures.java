package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollcall.report.InvalidSettingException;

/** Tells Zoom's events from forged ones (Zoom: Using webhooks, Verify webhook events). */
@Singleton
public class WebhookSignatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";
    /** How far an event's timestamp may be from now; an older one is someone's recording. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final ZoomSecrets secrets;
    private final InstantSource clock;

    /** @throws InvalidSettingException when the secret token is missing, as far as that takes no call to find out */
    WebhookSignatures(ZoomSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
        secrets.checkWebhookSecretToken();
    }

    /**
     * Whether Zoom sent this body within the last five minutes.
     *
     * @param timestamp {@code x-zm-request-timestamp}: Unix seconds
     * @param signature {@code x-zm-signature}: {@code v0=} and the hex of the HMAC of {@code v0:timestamp:body}
     * @param body the bytes as they came
     */
    public boolean verify(String timestamp, String signature, byte[] body) {
        if (!fresh(timestamp)) {
            return false;
        }
        // A signature that does not fit is also what the first event after a rotation looks like.
        return fits(timestamp, signature, body) || (secrets.readAgain() && fits(timestamp, signature, body));
    }

    /** What Zoom wants to hear back when it validates the URL: the hex of the HMAC of its plain token. */
    public String encrypt(String plainToken) {
        return hmac(plainToken.getBytes(StandardCharsets.UTF_8));
    }

    private boolean fits(String timestamp, String signature, byte[] body) {
        byte[] signed = (VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        String expected = VERSION + "=" + hmac(signed, body);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,11}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private String hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] key = secrets.webhookSecretToken().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}

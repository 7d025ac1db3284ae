package org.rollcall.zoom.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.call.ZoomSecrets;

/**
 * Verifies the signatures of Zoom's events.
 *
 * @see <a href="https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events">Zoom: Verify webhook events</a>
 */
@Singleton
public class WebhookSignatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";
    private static final Pattern FORM = Pattern.compile(VERSION + "=[0-9a-f]{64}");
    /** How far ahead of this clock Zoom's may be. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ZoomSecrets secrets;
    private final Settings settings;
    private final InstantSource clock;

    WebhookSignatures(ZoomSecrets secrets, Settings settings, InstantSource clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a signature shows. */
    public enum Verdict {
        /** Zoom sent this body within {@code WEBHOOK_TOLERANCE}. */
        ZOOMS,
        /** It looks like one of Zoom's of that time, but was made with another token or of another body. */
        MISMATCH,
        /** It is missing or malformed, or its timestamp is, or is too old or too far ahead. */
        NONE
    }

    /**
     * Returns whether Zoom sent this body within {@code WEBHOOK_TOLERANCE}. Zoom repeats an event for 85 minutes, and
     * whether it stamps a repetition anew is not documented; a replay only stores the same report again.
     *
     * @param timestamp {@code x-zm-request-timestamp}: Unix seconds
     * @param signature {@code x-zm-signature}: {@code v0=} and the hex of the HMAC of {@code v0:timestamp:body}
     * @param body the bytes as they came
     * @throws InvalidSettingException when the secret token is missing, or the tolerance malformed
     */
    public Verdict verify(String timestamp, String signature, byte[] body) {
        if (!fresh(timestamp) || !FORM.matcher(signature).matches()) {
            return Verdict.NONE;
        }
        // A signature that does not fit is also what the first event after a rotation looks like.
        return fits(timestamp, signature, body) || (secrets.readAgain() && fits(timestamp, signature, body))
                ? Verdict.ZOOMS
                : Verdict.MISMATCH;
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
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return age.compareTo(settings.webhookTolerance()) <= 0 && age.negated().compareTo(AHEAD) <= 0;
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

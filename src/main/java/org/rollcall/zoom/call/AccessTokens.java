package org.rollcall.zoom.call;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.rollcall.zoom.api.OAuthApi;
import org.rollcall.zoom.api.OAuthApi.AccessToken;
import org.rollcall.zoom.api.UnreadableAnswerException;

/**
 * The access token, kept across invocations and renewed a minute before it ends (Zoom: Server-to-Server OAuth; a token
 * is valid for an hour, and a new one does not end the old).
 */
@Singleton
public class AccessTokens {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final OAuthApi oauth;
    private final InstantSource clock;
    private String token;
    private Instant renewAt = Instant.MIN;

    AccessTokens(OAuthApi oauth, InstantSource clock) {
        this.oauth = oauth;
        this.clock = clock;
    }

    /** The token, if the one at hand is good for a minute more; else {@code null}. */
    synchronized String current() {
        return clock.instant().isBefore(renewAt) ? token : null;
    }

    /** Asks Zoom for a new token. */
    synchronized String renew(ZoomCredentials credentials) {
        AccessToken answer = oauth.token(basic(credentials), "account_credentials", credentials.accountId());
        if (answer == null || answer.accessToken() == null) {
            throw new UnreadableAnswerException(new byte[0]);
        }
        token = answer.accessToken();
        renewAt = clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN);
        return token;
    }

    private static String basic(ZoomCredentials credentials) {
        String pair = credentials.clientId() + ":" + credentials.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}

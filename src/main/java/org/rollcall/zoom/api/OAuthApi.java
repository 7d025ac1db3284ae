package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomRequests;

/** Zoom's token endpoint (Zoom: Server-to-Server OAuth). */
@Singleton
public class OAuthApi {
    private final ZoomRequests requests;
    private final Settings settings;

    OAuthApi(ZoomRequests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * Asks for an access token.
     *
     * @param authorization HTTP Basic with the client's ID and secret
     * @param grantType {@code account_credentials}
     * @param accountId whose account the app was made in
     */
    public AccessToken token(String authorization, String grantType, String accountId) {
        return requests.post(
                AccessToken.class,
                authorization,
                settings.zoomOauthUrl(),
                "/token",
                "grant_type",
                grantType,
                "account_id",
                accountId);
    }

    /**
     * The token endpoint's answer.
     *
     * @param expiresIn seconds
     */
    @RegisterForReflection
    public record AccessToken(
            @JsonProperty("access_token") String accessToken, @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "AccessToken[expiresIn=" + expiresIn + "]";
        }
    }
}

package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Body;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.rollcall.zoom.http.FormEncoded;

/** Zoom's token endpoint (Zoom: Server-to-Server OAuth). */
@RegisterForProxy
@RegisterForReflection
@Headers({"Accept: application/json", "Authorization: {authorization}"})
public interface OAuthApi {
    /**
     * Asks for an access token.
     *
     * @param authorization HTTP Basic with the client's ID and secret
     * @param grantType {@code account_credentials}
     * @param accountId whose account the app was made in
     */
    @RequestLine("POST /token")
    @Headers("Content-Type: application/x-www-form-urlencoded")
    @Body("grant_type={grant_type}&account_id={account_id}")
    AccessToken token(
            @Param("authorization") String authorization,
            @Param(value = "grant_type", expander = FormEncoded.class) String grantType,
            @Param(value = "account_id", expander = FormEncoded.class) String accountId);

    /**
     * The token endpoint's answer.
     *
     * @param expiresIn seconds
     */
    @RegisterForReflection
    record AccessToken(@JsonProperty("access_token") String accessToken, @JsonProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "AccessToken[expiresIn=" + expiresIn + "]";
        }
    }
}

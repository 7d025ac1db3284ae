package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Zoom's token endpoint (Zoom: Server-to-Server OAuth). */
@RegisterRestClient
@RegisterProvider(ZoomErrorMapper.class)
@RegisterProvider(ZoomConnections.class)
@Path("/token")
public interface OAuthApi {

    /**
     * Asks for an access token.
     *
     * @param authorization HTTP Basic with the client's ID and secret
     * @param grantType {@code account_credentials}
     * @param accountId whose account the app was made in
     */
    @POST
    AccessToken token(
            @HeaderParam("Authorization") String authorization,
            @FormParam("grant_type") String grantType,
            @FormParam("account_id") String accountId);

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

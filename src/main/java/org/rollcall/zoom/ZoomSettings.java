package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.InvalidSettingException;

/** The settings that Zoom is reached with. */
@Singleton
class ZoomSettings {
    final String accountId;
    final String clientId;
    final String clientSecret;
    final Duration retryDelay;

    /**
     * @param retryDelay {@code ZOOM_RETRY_DELAY}: the first delay before something is tried again, which then doubles
     * @throws InvalidSettingException when one is missing or malformed
     */
    ZoomSettings(
            @ConfigProperty(name = "zoom.account-id") Optional<String> accountId,
            @ConfigProperty(name = "zoom.client-id") Optional<String> clientId,
            @ConfigProperty(name = "zoom.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "zoom.api-url") String apiUrl,
            @ConfigProperty(name = "zoom.oauth-url") String oauthUrl,
            @ConfigProperty(name = "zoom.retry-delay") Duration retryDelay) {
        this.accountId = required("ZOOM_ACCOUNT_ID", accountId);
        this.clientId = required("ZOOM_CLIENT_ID", clientId);
        this.clientSecret = required("ZOOM_CLIENT_SECRET", clientSecret);
        this.retryDelay = retryDelay;
        checkUrl("ZOOM_API_URL", apiUrl);
        checkUrl("ZOOM_OAUTH_URL", oauthUrl);
    }

    private static String required(String name, Optional<String> value) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> new InvalidSettingException(
                                name,
                                "is not set. It is on the page of your Server-to-Server OAuth app in the Zoom App Marketplace."));
    }

    private static void checkUrl(String name, String value) {
        try {
            URI url = new URI(value);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return;
            }
        } catch (java.net.URISyntaxException e) {
            // Said below, as of any other value that is no URL.
        }
        throw new InvalidSettingException(
                name, "is malformed. It accepts an https URL, and http for a server on your own machine.");
    }
}

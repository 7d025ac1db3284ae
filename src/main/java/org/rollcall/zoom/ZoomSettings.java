package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.DurationSetting;
import org.rollcall.report.InvalidSettingException;

/** Where Zoom is, and how patiently it is asked. */
@Singleton
class ZoomSettings {
    final Duration retryDelay;

    /**
     * @param retryDelay {@code ZOOM_RETRY_DELAY}: the first delay before something is tried again, which then doubles
     * @throws InvalidSettingException when one is malformed
     */
    ZoomSettings(
            @ConfigProperty(name = "zoom.api-url") String apiUrl,
            @ConfigProperty(name = "zoom.oauth-url") String oauthUrl,
            @ConfigProperty(name = "zoom.retry-delay") String retryDelay) {
        this.retryDelay = DurationSetting.parse("ZOOM_RETRY_DELAY", retryDelay, "PT0.5S");
        checkUrl("ZOOM_API_URL", apiUrl);
        checkUrl("ZOOM_OAUTH_URL", oauthUrl);
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

package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.InvalidSettingException;

class ZoomSettingsTest {
    private static final String API = "https://api.zoom.us/v2";
    private static final String OAUTH = "https://zoom.us/oauth";

    @Test
    void takeWhatIsSet() {
        ZoomSettings settings = settings(" account ", "client", "secret", API, "http://localhost:8089/oauth");

        assertThat(settings.accountId).isEqualTo("account");
        assertThat(settings.clientId).isEqualTo("client");
        assertThat(settings.clientSecret).isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nameWhatIsMissing(String nothing) {
        assertRefused("ZOOM_ACCOUNT_ID is not set.", nothing, "client", "secret", API, OAUTH);
        assertRefused("ZOOM_CLIENT_ID is not set.", "account", nothing, "secret", API, OAUTH);
        assertRefused("ZOOM_CLIENT_SECRET is not set.", "account", "client", nothing, API, OAUTH);
        assertRefused("ZOOM_ACCOUNT_ID is not set.", null, null, null, API, OAUTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "api.zoom.us/v2", "ftp://api.zoom.us", "https://", "https:///v2", "https://a b", "file:/x"})
    void nameWhatIsMalformed(String url) {
        assertRefused("ZOOM_API_URL is malformed. It accepts an https URL", "account", "client", "secret", url, OAUTH);
        assertRefused("ZOOM_OAUTH_URL is malformed. It accepts an https URL", "account", "client", "secret", API, url);
    }

    private static void assertRefused(String message, String account, String client, String secret, String... urls) {
        assertThatThrownBy(() -> settings(account, client, secret, urls[0], urls[1]))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(message);
    }

    private static ZoomSettings settings(String account, String client, String secret, String api, String oauth) {
        return new ZoomSettings(
                Optional.ofNullable(account),
                Optional.ofNullable(client),
                Optional.ofNullable(secret),
                api,
                oauth,
                Duration.ofMillis(500));
    }
}

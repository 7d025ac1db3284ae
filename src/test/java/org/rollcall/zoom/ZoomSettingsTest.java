package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.InvalidSettingException;

class ZoomSettingsTest {
    private static final String API = "https://api.zoom.us/v2";
    private static final String OAUTH = "https://zoom.us/oauth";
    private static final String RETRY_DELAY = "PT0.5S";

    @ParameterizedTest
    @ValueSource(
            strings = {"", "api.zoom.us/v2", "ftp://api.zoom.us", "https://", "https:///v2", "https://a b", "file:/x"})
    void nameWhatIsMalformed(String url) {
        assertThatThrownBy(() -> new ZoomSettings(url, OAUTH, RETRY_DELAY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("ZOOM_API_URL is malformed. It accepts an https URL");
        assertThatThrownBy(() -> new ZoomSettings(API, url, RETRY_DELAY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("ZOOM_OAUTH_URL is malformed. It accepts an https URL");
    }

    @Test
    void takeAnyHttpUrl() {
        assertThat(new ZoomSettings(API, "http://localhost:8089/oauth", RETRY_DELAY).retryDelay)
                .isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "PT-1S", "P1D", "soon"})
    void nameADelayThatIsNone(String delay) {
        assertThatThrownBy(() -> new ZoomSettings(API, OAUTH, delay))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("ZOOM_RETRY_DELAY is malformed. It accepts an ISO 8601 duration of less than a day, such as"
                        + " PT0.5S.");
    }
}

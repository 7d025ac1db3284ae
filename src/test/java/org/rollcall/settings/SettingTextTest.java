package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://api.zoom.us/v2", "http://localhost:8089/oauth", "https://10.0.0.1"})
    void isAnHttpUrl(String text) {
        assertThat(setting(text).httpUrl()).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.zoom.us/v2", "ftp://api.zoom.us", "https://", "https:///v2", "https://a b", "file:/x"})
    void isNoHttpUrl(String text) {
        assertThatThrownBy(() -> setting(text).httpUrl())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOME_LONG_NAME is malformed. It accepts an https URL, and http for a server on your own"
                        + " machine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT2M", "PT23H59M59.999S"})
    void isADuration(String text) {
        assertThat(setting(text).duration("PT1M")).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "PT-1S", "P1D", "PT24H", "soon", "PT"})
    void isNoDuration(String text) {
        assertThatThrownBy(() -> setting(text).duration("PT1M"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "SOME_LONG_NAME is malformed. It accepts an ISO 8601 duration of less than a day, such as PT1M.");
    }

    @Test
    void isANaturalNumber() {
        assertThat(setting("1").naturalNumber()).isEqualTo(1);
        assertThat(setting("0020").naturalNumber()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "99999999999", "+1", "1e3"})
    void isNoNaturalNumber(String text) {
        assertThatThrownBy(() -> setting(text).naturalNumber())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOME_LONG_NAME is malformed. It accepts a number from 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.25", "1", "1.0", "0.333333333"})
    void isAShare(String text) {
        assertThat(setting(text).share()).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "50%", ".5", "1.01", "0,5"})
    void isNoShare(String text) {
        assertThatThrownBy(() -> setting(text).share())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOME_LONG_NAME is malformed. It accepts a number from 0 to 1.");
    }

    @Test
    void isATimeZone() {
        assertThat(setting("Europe/Paris").zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThatThrownBy(() -> setting("Europe/Lutetia").zone())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOME_LONG_NAME is malformed. It accepts an IANA time zone such as Europe/Paris.");
    }

    @Test
    void isOneOfSomeValues() {
        assertThat(setting("none").oneOf(List.of("auto", "none"))).isEqualTo("none");
        assertThatThrownBy(() -> setting("None").oneOf(List.of("auto", "none")))
                .hasMessage("SOME_LONG_NAME is malformed. It accepts auto, none.");
    }

    @Test
    void isAListOfNamesEachOnce() {
        assertThat(setting(" csv, json,csv,").names("\\w+", "names")).containsExactly("csv", "json");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ", ,", "json;csv", "ip address", "a.b", "$x", "[email]"})
    void isNoListOfNames(String text) {
        assertThatThrownBy(() -> setting(text).names("\\w+", "names"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SOME_LONG_NAME is malformed. It accepts names.");
    }

    private static SettingText setting(String text) {
        return new SettingText("some.long-name", text);
    }
}

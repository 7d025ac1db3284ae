package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.TestSettings;

class ReportDestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports",
                "/reports",
                "s3:",
                "s3://",
                "s3:///prefix",
                "s3:bucket/prefix",
                "https://reports.s3.amazonaws.com/",
                "file:reports",
                "file:",
                "file://host/reports",
                "s3://a b",
                "S3"
            })
    void refusesASettingThatIsNoPlace(String setting) {
        assertThatThrownBy(
                        () -> new ReportDestination(TestSettings.of("REPORT_DESTINATION", setting), null, null).get())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("REPORT_DESTINATION is malformed. It accepts s3://bucket/prefix or file:/directory.");
    }

    @Test
    void canBeUnset() {
        ReportDestination none = new ReportDestination(TestSettings.of(), null, null);

        assertThat(none.get()).isEmpty();
        assertThatThrownBy(none::required)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("REPORT_DESTINATION is not set. It accepts");
    }
}

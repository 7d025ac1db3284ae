package org.rollcall.lambda.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.DurationSetting;
import org.rollcall.report.InvalidSettingException;

/** {@code REPORT_DELAY}: how long after a meeting Zoom is first asked for its report, which takes Zoom a while. */
@Singleton
class ReportDelay {
    private final Duration value;

    /** @throws InvalidSettingException when it is malformed */
    ReportDelay(@ConfigProperty(name = "report.delay") String setting) {
        this.value = DurationSetting.parse("REPORT_DELAY", setting, "PT2M");
    }

    Duration value() {
        return value;
    }
}

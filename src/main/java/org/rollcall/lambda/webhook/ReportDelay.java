package org.rollcall.lambda.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rollcall.report.InvalidSettingException;

/** {@code REPORT_DELAY}: how long after a meeting Zoom is first asked for its report, which takes Zoom a while. */
@Singleton
class ReportDelay {
    private final Duration value;

    /** @throws InvalidSettingException when it is malformed */
    ReportDelay(@ConfigProperty(name = "report.delay") String setting) {
        this.value = parse(setting);
    }

    Duration value() {
        return value;
    }

    private static Duration parse(String setting) {
        try {
            Duration delay = Duration.parse(setting.strip());
            if (!delay.isNegative() && delay.toDays() < 1) {
                return delay;
            }
        } catch (DateTimeParseException e) {
            // Said below, as of a duration that is out of range.
        }
        throw new InvalidSettingException(
                "REPORT_DELAY", "is malformed. It accepts an ISO 8601 duration of less than a day, such as PT2M.");
    }
}

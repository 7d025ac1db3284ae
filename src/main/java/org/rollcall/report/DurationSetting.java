package org.rollcall.report;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** A setting of the function that is a duration. */
public final class DurationSetting {

    private DurationSetting() {}

    /**
     * What it says.
     *
     * @param name the environment variable
     * @param value its value, in ISO 8601
     * @param example one that makes sense there
     * @throws InvalidSettingException when it is no duration, negative, or a day or longer
     */
    public static Duration parse(String name, String value, String example) {
        try {
            Duration duration = Duration.parse(value.strip());
            if (!duration.isNegative() && duration.toDays() < 1) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below, as of a duration that is out of range.
        }
        throw new InvalidSettingException(
                name, "is malformed. It accepts an ISO 8601 duration of less than a day, such as " + example + ".");
    }
}

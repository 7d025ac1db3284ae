package org.rollcall.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The text of a setting, and what it means as one type or another.
 *
 * @param property the name in the configuration, of which the environment variable follows
 * @param text not blank
 */
record SettingText(String property, String text) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);

    static InvalidSettingException missing(String property) {
        return new InvalidSettingException(variable(property), "is not set.");
    }

    InvalidSettingException malformed(String accepts) {
        return new InvalidSettingException(variable(property), "is malformed. It accepts " + accepts + ".");
    }

    /** As MicroProfile Config derives it (specification, Environment Variables Mapping Rules). */
    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    URI uri(String accepts) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw malformed(accepts);
        }
    }

    URI httpUrl() {
        String accepts = "an https URL, and http for a server on your own machine";
        URI url = uri(accepts);
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw malformed(accepts);
        }
        return url;
    }

    /** @param example one that makes sense there */
    Duration duration(String example) {
        return duration(DAY.minusNanos(1), "an ISO 8601 duration of less than a day, such as " + example);
    }

    /** @param example one that makes sense there */
    Duration days(String example) {
        return duration(YEAR, "an ISO 8601 duration of at most 366 days, such as " + example);
    }

    private Duration duration(Duration longest, String accepts) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // The message below covers it.
        }
        throw malformed(accepts);
    }

    int naturalNumber() {
        if (text.matches("0*[1-9]\\d{0,8}")) {
            return Integer.parseInt(text);
        }
        throw malformed("a number from 1");
    }

    BigDecimal share() {
        if (text.matches("0*(0(\\.\\d{1,9})?|1(\\.0{1,9})?)")) {
            return new BigDecimal(text);
        }
        throw malformed("a number from 0 to 1");
    }

    ZoneId zone() {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw malformed("an IANA time zone such as Europe/Paris");
        }
    }

    String oneOf(List<String> values) {
        if (values.contains(text)) {
            return text;
        }
        throw malformed(String.join(", ", values));
    }

    String matching(String pattern, String accepts) {
        if (text.matches(pattern)) {
            return text;
        }
        throw malformed(accepts);
    }

    /** At least one name, each once. */
    List<String> names(String pattern, String accepts) {
        List<String> names = list(",");
        if (names.isEmpty() || !names.stream().allMatch(name -> name.matches(pattern))) {
            throw malformed(accepts);
        }
        return names;
    }

    List<String> patterns() {
        return list(",");
    }

    private List<String> list(String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}

package org.rollcall.report.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Time zones as Zoom writes them: an IANA name, an offset, or the label of its own list.
 *
 * @see <a href="https://developers.zoom.us/docs/api/references/abbreviations/">Zoom: Abbreviation lists, Timezones</a>
 */
public final class Zones {
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT)?\\s*([+\\-\u2212])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern LABEL = Pattern.compile("\\(((?:GMT|UTC)[^)]*)\\)\\s*(.*)");
    private static final Pattern ZERO = Pattern.compile("Z|(?:GMT|UTC|UT)?[+-]?0?0:?00");

    /** Zoom's own, and IANA names that Java has no zone of. */
    private static final Map<String, String> NAMES = Map.of(
            "SST", "Pacific/Guadalcanal",
            "EST", "-05:00",
            "MST", "-07:00",
            "HST", "-10:00");

    /** Labels without a city, of zones whose clocks change. */
    private static final Map<String, String> LABELS = Map.of(
            "Pacific Time (US and Canada)", "America/Los_Angeles",
            "Mountain Time (US and Canada)", "America/Denver",
            "Central Time (US and Canada)", "America/Chicago",
            "Eastern Time (US and Canada)", "America/New_York",
            "Indiana (East)", "America/Indianapolis",
            "Atlantic Time (Canada)", "America/Halifax",
            "Newfoundland and Labrador", "America/St_Johns",
            "Alaska", "America/Anchorage");

    /** A winter's day and a summer's. */
    private static final Instant[] SEASONS = {
        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z")
    };

    private Zones() {}

    /**
     * Returns the zone that a text names: {@code Europe/Paris}, {@code UTC}, {@code +01:00}, {@code GMT+1:00},
     * {@code (GMT+1:00) Paris}. An offset is a zone without clock changes; that of a label is used only where its
     * places are unknown, or have another.
     *
     * @param text can be {@code null}
     * @return empty where it names none
     */
    public static Optional<ZoneId> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String name = text.strip();
        Matcher label = LABEL.matcher(name);
        if (!label.matches()) {
            return zone(name);
        }
        Optional<ZoneId> offset = zone(label.group(1).replace(" ", ""));
        return offset.flatMap(zone -> place(label.group(2), zone)).or(() -> offset);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            if (ZERO.matcher(name).matches()) {
                return Optional.of(ZoneId.of("UTC"));
            }
            Matcher offset = OFFSET.matcher(name);
            return Optional.of(offset.matches() ? offset(offset) : ZoneId.of(name, NAMES));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneId offset(Matcher parts) {
        int sign = parts.group(1).equals("+") ? 1 : -1;
        int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(parts.group(2)), sign * minutes);
    }

    // Zoom's labels have the offset of the day on which they were shown.
    private static Optional<ZoneId> place(String label, ZoneId offset) {
        return Stream.concat(
                        Stream.of(LABELS.getOrDefault(label, label)),
                        Arrays.stream(label.split(",")).map(Zones::named))
                .map(Zones::zone)
                .flatMap(Optional::stream)
                .filter(zone -> Arrays.stream(SEASONS).anyMatch(time -> zone.getRules()
                        .getOffset(time)
                        .equals(offset.getRules().getOffset(time))))
                .findFirst();
    }

    /** The IANA name whose last part is the city; the city where there is none. */
    private static String named(String city) {
        String end = "/" + city.strip().replace(' ', '_');
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream().filter(id -> id.endsWith(end)).findFirst().orElse(city);
    }
}

package org.rollcall.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times as Zoom writes them: RFC 3339 in UTC. */
public final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    /** The instant, or {@code null} where the text is absent or none of the years 1 to 9999, as RFC 3339 has it. */
    public static Instant parse(String text) {
        try {
            Instant time = text == null ? null : Instant.parse(text.strip());
            return time == null || time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

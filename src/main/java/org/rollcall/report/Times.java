package org.rollcall.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times as Zoom writes them: RFC 3339 in UTC. */
public final class Times {

    private Times() {}

    /** The instant, or {@code null} where the text is absent or none. */
    public static Instant parse(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

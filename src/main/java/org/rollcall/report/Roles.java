package org.rollcall.report;

import java.util.Comparator;
import java.util.Locale;

/** The roles that people have in a meeting. */
final class Roles {
    /** Who runs the meeting first, who only attends it last. */
    static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(Roles::rank).thenComparing(Comparator.naturalOrder());

    private Roles() {}

    /** The place of a role, the lowest for who runs the meeting. */
    static int rank(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "host" -> 0;
            case "co-host", "cohost", "co_host" -> 1;
            case "panelist" -> 2;
            case "attendee" -> 4;
            default -> 3;
        };
    }
}

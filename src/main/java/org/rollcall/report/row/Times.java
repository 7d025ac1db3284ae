package org.rollcall.report.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as Zoom writes them: RFC 3339 in UTC. */
public final class Times {
    /** What Zoom writes where it has no time. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    /** What Zoom writes, with each digit as 0. */
    private static final String PLAIN = "0000-00-00T00:00:00Z";

    private Times() {}

    /**
     * The instant, or {@code null} where the text is absent or none of the years 1 to 9999, as RFC 3339 has it. The
     * very first of them, {@code 0001-01-01T00:00:00Z}, stands for no time.
     */
    public static Instant parse(String text) {
        try {
            Instant time = text == null ? null : isPlain(text) ? plain(text) : Instant.parse(text.strip());
            return time == null || !time.isAfter(FIRST) || time.isAfter(LAST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The instant as RFC 3339 has it, in UTC and without a fraction where there is none; {@code null} stays. */
    public static String text(Instant time) {
        if (time == null) {
            return null;
        }
        if (time.getNano() != 0 || time.isBefore(FIRST) || time.isAfter(LAST)) {
            return time.toString();
        }
        LocalDateTime plain = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        char[] text = PLAIN.toCharArray();
        write(plain.getYear(), text, 4);
        write(plain.getMonthValue(), text, 7);
        write(plain.getDayOfMonth(), text, 10);
        write(plain.getHour(), text, 13);
        write(plain.getMinute(), text, 16);
        write(plain.getSecond(), text, 19);
        return new String(text);
    }

    private static void write(int number, char[] text, int end) {
        for (int rest = number, i = end - 1; rest > 0; rest /= 10, i--) {
            text[i] = (char) ('0' + rest % 10);
        }
    }

    // Without a formatter, which takes ten times as long: a large meeting has a hundred thousand times.
    private static Instant plain(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isPlain(String text) {
        if (text.length() != PLAIN.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9' ? '0' : c) != PLAIN.charAt(i)) {
                return false;
            }
        }
        // A leap second, or midnight as the hour 24, is the formatter's.
        return number(text, 11, 13) < 24 && number(text, 17, 19) < 60;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}

package org.rollcall.report.row;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as Zoom writes them: RFC 3339 in UTC. */
public final class Times {
    /** What Zoom writes where it has no time. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    /** What Zoom writes, with each digit as 0. */
    private static final String PLAIN = "0000-00-00T00:00:00Z";

    private static final int MINUTES = 24 * 60;

    private Times() {}

    /**
     * The instant, or {@code null} where the text is absent or none of the years 1 to 9999, as RFC 3339 has it. The
     * very first of them, {@code 0001-01-01T00:00:00Z}, stands for no time.
     */
    public static Instant parse(String text) {
        if (text == null) {
            return null;
        }
        try {
            byte[] bytes = text.length() == PLAIN.length() ? text.getBytes(StandardCharsets.ISO_8859_1) : null;
            return known(bytes != null && isPlain(bytes, 0) ? plain(bytes, 0) : Instant.parse(text.strip()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The same of a row's field, without a text for what Zoom writes: a large meeting has a hundred thousand times. */
    public static Instant of(Row row, Field field) {
        int start = row.start(field);
        byte[] json = row.json();
        int end = start + 1 + PLAIN.length();
        try {
            return start >= 0 && end < json.length && json[start] == '"' && json[end] == '"' && isPlain(json, start + 1)
                    ? known(plain(json, start + 1))
                    : parse(row.text(field));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant known(Instant time) {
        return !time.isAfter(FIRST) || time.isAfter(LAST) ? null : time;
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
        byte[] text = PLAIN.getBytes(StandardCharsets.ISO_8859_1);
        write(plain.getYear(), text, 4);
        write(plain.getMonthValue(), text, 7);
        write(plain.getDayOfMonth(), text, 10);
        write(plain.getHour(), text, 13);
        write(plain.getMinute(), text, 16);
        write(plain.getSecond(), text, 19);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void write(int number, byte[] text, int end) {
        for (int rest = number, i = end - 1; rest > 0; rest /= 10, i--) {
            text[i] = (byte) ('0' + rest % 10);
        }
    }

    // Without a formatter, which takes ten times as long.
    private static Instant plain(byte[] text, int from) {
        LocalDate day = LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2));
        int minutes = number(text, from + 11, 2) * 60 + number(text, from + 14, 2);
        return Instant.ofEpochSecond((day.toEpochDay() * MINUTES + minutes) * 60 + number(text, from + 17, 2));
    }

    private static boolean isPlain(byte[] text, int from) {
        for (int i = 0; i < PLAIN.length(); i++) {
            byte c = text[from + i];
            if ((c >= '0' && c <= '9' ? '0' : c) != PLAIN.charAt(i)) {
                return false;
            }
        }
        // A leap second, midnight as the hour 24, and what is no time are the formatter's.
        return number(text, from + 11, 2) < 24 && number(text, from + 14, 2) < 60 && number(text, from + 17, 2) < 60;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}

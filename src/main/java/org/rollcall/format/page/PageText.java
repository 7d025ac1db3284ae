package org.rollcall.format.page;

import java.util.Locale;

/** Text and numbers as the page shows them. */
final class PageText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MAX_LENGTH = 80;

    private PageText() {}

    /**
     * Text from outside, short enough to be looked at, without characters that are not text: halves of surrogate pairs,
     * controls, and those that turn the direction of what follows.
     */
    static String clean(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (++length > MAX_LENGTH) {
                return clean.append('…').toString();
            }
            clean.appendCodePoint(isText(character) ? character : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> (character < 0x202A || character > 0x202E) && (character < 0x2066 || character > 0x2069);
        };
    }

    /** A number, its thousands apart. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number and what it counts. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A length of time in milliseconds, rounded down to minutes. */
    static String duration(long millis) {
        long minutes = millis / 60_000;
        if (minutes == 0) {
            return millis > 0 ? "< 1 min" : "0 min";
        }
        String hours = minutes < 60 ? "" : count(minutes / 60) + " h";
        String rest = minutes % 60 == 0 && minutes > 0 ? "" : minutes % 60 + " min";
        return hours.isEmpty() || rest.isEmpty() ? hours + rest : hours + " " + rest;
    }
}

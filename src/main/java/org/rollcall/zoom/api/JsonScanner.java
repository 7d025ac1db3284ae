package org.rollcall.zoom.api;

import java.util.Arrays;

/**
 * Finds where JSON values end (RFC 8259), and makes nothing of them. It is in front of Jackson's parser for rows, of
 * which a large meeting has a hundred megabytes: whatever it is not sure of is left to Jackson.
 */
final class JsonScanner {
    /** What it answers where it is not sure. */
    static final int UNSURE = -1;

    /** Jackson has limits of its own, all of which are higher. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;

    /** The ASCII characters that stand in a string as they are. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, ' ', 128, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private final byte[] json;
    private final int length;

    /** @param length how many bytes of the JSON are there */
    JsonScanner(byte[] json, int length) {
        this.json = json;
        this.length = length;
    }

    /** The byte at a place; 0 behind the end. */
    int at(int place) {
        return place < length ? json[place] : 0;
    }

    /** Returns the first place from there on that is not white space. */
    int skipSpace(int from) {
        int place = from;
        while (isSpace(at(place))) {
            place++;
        }
        return place;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** Returns the place behind a value that begins there, or {@link #UNSURE}. */
    int value(int from) {
        return value(from, 0);
    }

    private int value(int from, int depth) {
        return switch (at(from)) {
            case '"' -> string(from);
            case '{', '[' -> depth == DEEPEST ? UNSURE : structure(from, depth + 1);
            case 't' -> literal("true", from);
            case 'f' -> literal("false", from);
            case 'n' -> literal("null", from);
            default -> number(from);
        };
    }

    private int structure(int from, int depth) {
        boolean object = json[from] == '{';
        int end = object ? '}' : ']';
        int place = skipSpace(from + 1);
        if (at(place) == end) {
            return place + 1;
        }
        while (true) {
            if (object) {
                place = colon(name(place));
            }
            place = place == UNSURE ? UNSURE : value(place, depth);
            if (place == UNSURE) {
                return UNSURE;
            }
            place = skipSpace(place);
            if (at(place) == end) {
                return place + 1;
            }
            if (at(place) != ',') {
                return UNSURE;
            }
            place = skipSpace(place + 1);
        }
    }

    /**
     * Returns the place behind a name that begins there, or {@link #UNSURE}: so of one with escapes, or not in ASCII.
     */
    int name(int from) {
        if (at(from) != '"') {
            return UNSURE;
        }
        int place = plain(from + 1);
        return at(place) == '"' ? place + 1 : UNSURE;
    }

    /** Returns the place where the value begins behind a name that ends there, or {@link #UNSURE}. */
    int colon(int name) {
        int place = name == UNSURE ? UNSURE : skipSpace(name);
        return place != UNSURE && at(place) == ':' ? skipSpace(place + 1) : UNSURE;
    }

    private int literal(String literal, int from) {
        for (int i = 0; i < literal.length(); i++) {
            if (at(from + i) != literal.charAt(i)) {
                return UNSURE;
            }
        }
        return from + literal.length();
    }

    private int number(int from) {
        int place = at(from) == '-' ? from + 1 : from;
        place = at(place) == '0' ? place + 1 : digits(place);
        if (place != UNSURE && at(place) == '.') {
            place = digits(place + 1);
        }
        if (place != UNSURE && (at(place) == 'e' || at(place) == 'E')) {
            place = at(place + 1) == '+' || at(place + 1) == '-' ? digits(place + 2) : digits(place + 1);
        }
        return place - from > LONGEST_NUMBER ? UNSURE : place;
    }

    private int digits(int from) {
        int place = from;
        while (at(place) >= '0' && at(place) <= '9') {
            place++;
        }
        return place == from ? UNSURE : place;
    }

    private int string(int from) {
        int place = plain(from + 1);
        while (at(place) != '"') {
            int behind = at(place) == '\\' ? escape(place + 1) : encoded(place);
            if (behind == UNSURE) {
                return UNSURE;
            }
            place = plain(behind);
        }
        return place + 1;
    }

    /** Returns the first place from there on that does not hold a plain character. */
    private int plain(int from) {
        int place = from;
        while (place < length && PLAIN[json[place] & 0xFF]) {
            place++;
        }
        return place;
    }

    private int escape(int from) {
        return switch (at(from)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> from + 1;
            default -> UNSURE;
        };
    }

    /** A character beyond ASCII, as Unicode's table of well-formed UTF-8 has them (table 3-7). */
    private int encoded(int from) {
        int first = at(from) & 0xFF;
        int second = at(from + 1) & 0xFF;
        int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (first < 0xC2 || first > 0xF4 || second < least || second > most) {
            return UNSURE;
        }
        for (int i = 2; i <= more; i++) {
            if ((at(from + i) & 0xC0) != 0x80) {
                return UNSURE;
            }
        }
        return from + more + 1;
    }
}

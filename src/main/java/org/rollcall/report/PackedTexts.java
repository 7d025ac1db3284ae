package org.rollcall.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts as bytes, one behind another: a byte a character where that will do, else two. A large meeting has a hundred
 * thousand texts to keep to its end; as objects each takes fifty bytes more.
 */
final class PackedTexts {
    /** Where no text is. */
    static final int NONE = -1;

    private static final int CHUNK = 1 << 16;
    /** The most bytes that a length takes. */
    private static final int LENGTH = 5;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;

    /** Keeps a text and answers with its place; {@link #NONE} for {@code null}. */
    int add(String text) {
        if (text == null) {
            return NONE;
        }
        boolean wide = isWide(text);
        int needed = LENGTH + (wide ? 2 : 1) * text.length();
        if (used + needed > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, needed)]);
            used = 0;
        }
        int place = chunks.size() - 1 << 16 | used;
        write(text, wide, chunks.get(chunks.size() - 1));
        return place;
    }

    private void write(String text, boolean wide, byte[] chunk) {
        int head = text.length() << 1 | (wide ? 1 : 0);
        for (; head >= 0x80; head >>>= 7) {
            chunk[used++] = (byte) (head | 0x80);
        }
        chunk[used++] = (byte) head;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (wide) {
                chunk[used++] = (byte) (character >> 8);
            }
            chunk[used++] = (byte) character;
        }
    }

    /** The text at a place; {@code null} at {@link #NONE}. */
    String get(int place) {
        return place == NONE ? null : new Reader(place).text();
    }

    /** Whether it is that text, or {@code null}, that is at a place. */
    boolean is(int place, String text) {
        return place == NONE || text == null ? place == NONE && text == null : new Reader(place).is(text);
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    private final class Reader {
        private final byte[] chunk;
        private final int start;
        private final int length;
        private final boolean wide;

        Reader(int place) {
            chunk = chunks.get(place >>> 16);
            int at = place & 0xFFFF;
            int head = chunk[at] & 0x7F;
            for (int shift = 7; chunk[at++] < 0; shift += 7) {
                head |= (chunk[at] & 0x7F) << shift;
            }
            start = at;
            length = head >>> 1;
            wide = (head & 1) != 0;
        }

        boolean is(String text) {
            if (text.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (text.charAt(i) != character(i)) {
                    return false;
                }
            }
            return true;
        }

        String text() {
            if (!wide) {
                return new String(chunk, start, length, StandardCharsets.ISO_8859_1);
            }
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = character(i);
            }
            return new String(text);
        }

        private char character(int i) {
            return wide
                    ? (char) (chunk[start + 2 * i] << 8 | chunk[start + 2 * i + 1] & 0xFF)
                    : (char) (chunk[start + i] & 0xFF);
        }
    }
}

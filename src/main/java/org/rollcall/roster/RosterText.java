package org.rollcall.roster;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a roster's bytes: UTF-8, UTF-16 (Excel's "Unicode text") or, where they are neither, Windows-1252, which
 * is what Excel's plain "CSV" is in Western Europe.
 *
 * @param text without a byte order mark
 * @param guessed whether only the bytes being nothing else speaks for the character set
 */
record RosterText(String text, boolean guessed) {
    private static final String SAVE_AS_UTF_8 = "Save it as \"CSV UTF-8\" and put it there again.";

    /**
     * Windows-1252 from 0x80 on to 0x9F; the rest is ISO 8859-1. A native executable has no such character set.
     *
     * @see <a href="https://encoding.spec.whatwg.org/index-windows-1252.txt">WHATWG Encoding, index windows-1252</a>
     */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    static RosterText of(String key, byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new InvalidRosterException(key, "it is a workbook or an archive and no CSV", SAVE_AS_UTF_8);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new RosterText(decoded(key, bytes, 3, StandardCharsets.UTF_8), false);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new RosterText(decoded(key, bytes, 2, StandardCharsets.UTF_16LE), false);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new RosterText(decoded(key, bytes, 2, StandardCharsets.UTF_16BE), false);
        }
        Charset utf16 = utf16(bytes);
        if (utf16 != null) {
            return new RosterText(decoded(key, bytes, 0, utf16), false);
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        return decode(ByteBuffer.wrap(bytes), text, StandardCharsets.UTF_8).isError()
                ? new RosterText(windows1252(bytes), true)
                : new RosterText(text.flip().toString(), false);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    // Separators and line ends have a zero byte in UTF-16, which no other text has: the second of two in little endian.
    private static Charset utf16(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[0] == zeros[1]) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static String decoded(String key, byte[] bytes, int from, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (decode(in, text, charset).isError()) {
            long line = 1 + text.flip().chars().filter(c -> c == '\n').count();
            throw new InvalidRosterException(key, line, "has bytes that are not " + charset.name(), SAVE_AS_UTF_8);
        }
        return text.flip().toString();
    }

    private static CoderResult decode(ByteBuffer in, CharBuffer text, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        CoderResult result = decoder.decode(in, text, true);
        return result.isError() ? result : decoder.flush(text);
    }

    private static String windows1252(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9F) {
                text.setCharAt(i, WINDOWS_1252.charAt(c - 0x80));
            }
        }
        return text.toString();
    }
}

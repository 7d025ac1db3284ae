package org.rollcall.format.workbook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** Cells of an Excel workbook. Text is never a formula there, whatever it looks like. */
final class SpreadsheetCell {
    /** The most characters that a cell can hold (Excel specifications and limits). */
    static final int MAX_LENGTH = 32_767;

    /** The number format of times. */
    static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";

    private static final int FIRST_YEAR = 1900;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SpreadsheetCell() {}

    /** Text as it is; {@code null} leaves the cell empty. */
    static void text(Worksheet sheet, int row, int column, String text) {
        if (text != null && !text.isEmpty()) {
            sheet.inlineString(row, column, clean(text));
        }
    }

    /** A time in a zone, as a spreadsheet counts it, for {@link #TIME_FORMAT}; {@code null} leaves the cell empty. */
    static void time(Worksheet sheet, int row, int column, Instant time, ZoneId zone) {
        if (time == null) {
            return;
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        if (local.getYear() < FIRST_YEAR) {
            text(sheet, row, column, time.toString());
        } else {
            sheet.value(row, column, local);
        }
    }

    /**
     * Text that a cell can hold: cut to its length, without what XML can't say, and without the escapes (ECMA-376,
     * ST_Xstring) that Excel would read in it.
     */
    static String clean(String text) {
        if (text.length() <= MAX_LENGTH && text.indexOf("_x") < 0 && isPlain(text)) {
            return text;
        }
        String escaped = ESCAPE.matcher(text).replaceAll("_x005F_");
        StringBuilder clean = new StringBuilder(Math.min(escaped.length(), MAX_LENGTH));
        for (int i = 0; i < escaped.length(); ) {
            int character = escaped.codePointAt(i);
            i += Character.charCount(character);
            int kept = isXml(character) ? character : 0xFFFD;
            if (clean.length() + Character.charCount(kept) > MAX_LENGTH) {
                break;
            }
            clean.appendCodePoint(kept);
        }
        return clean.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > 0xD7FF) {
                return false;
            }
        }
        return true;
    }

    // XML 1.0, 2.2: Char.
    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}

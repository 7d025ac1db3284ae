package org.rollcall.format;

import java.util.regex.Pattern;

/**
 * Makes text harmless to a spreadsheet, which runs a cell that looks like a formula (OWASP: CSV injection). Where a
 * semicolon separates cells, as for Excel in much of Europe, a cell begins behind each, and behind a line's end, as
 * quotes in the middle of a cell keep nothing together; where a tab does, behind that.
 */
public final class SpreadsheetText {
    private static final Pattern FORMULA_INSIDE =
            Pattern.compile("([;\\t\\r\\n][; \"\\t\\r\\n]*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final String SEPARATORS = ";\t\r\n";

    private SpreadsheetText() {}

    /** The text, with an apostrophe where a spreadsheet would run it; {@code null} stays. */
    public static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String inside = hasCells(text) ? FORMULA_INSIDE.matcher(text).replaceAll("$1'$2") : text;
        return isFormula(inside) ? "'" + inside : inside;
    }

    /** Returns a text that was made harmless as it was, unless it has separators or lines; {@code null} stays. */
    public static String original(String text) {
        return text != null && text.length() > 1 && text.charAt(0) == '\'' && isFormula(text.substring(1))
                ? text.substring(1)
                : text;
    }

    // Most separators stand before a word, for which a regular expression takes too long.
    private static boolean hasCells(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean separates = SEPARATORS.indexOf(text.charAt(i)) >= 0;
            if (separates && i + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFormula(String text) {
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}

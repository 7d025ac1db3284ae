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

    private SpreadsheetText() {}

    /** The text, with an apostrophe where a spreadsheet would run it; {@code null} stays. */
    public static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        boolean cells = text.indexOf(';') >= 0 || hasLines(text);
        String inside = cells ? FORMULA_INSIDE.matcher(text).replaceAll("$1'$2") : text;
        return isFormula(inside) ? "'" + inside : inside;
    }

    /** Returns a text that was made harmless as it was, unless it has separators or lines; {@code null} stays. */
    public static String original(String text) {
        return text != null && text.length() > 1 && text.charAt(0) == '\'' && isFormula(text.substring(1))
                ? text.substring(1)
                : text;
    }

    private static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0;
    }

    private static boolean isFormula(String text) {
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}

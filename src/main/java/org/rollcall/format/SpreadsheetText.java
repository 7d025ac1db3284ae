package org.rollcall.format;

import java.util.regex.Pattern;

/**
 * Makes text harmless to a spreadsheet, which runs a cell that looks like a formula (OWASP: CSV injection). Where a
 * semicolon separates cells, as for Excel in much of Europe, a cell begins behind each.
 */
final class SpreadsheetText {
    private static final Pattern FORMULA_BEHIND_SEMICOLON =
            Pattern.compile("(;[ \"]*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private SpreadsheetText() {}

    /** The text, with an apostrophe where a spreadsheet would run it; {@code null} stays. */
    static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String inside = text.indexOf(';') < 0
                ? text
                : FORMULA_BEHIND_SEMICOLON.matcher(text).replaceAll("$1'$2");
        return isFormula(inside) ? "'" + inside : inside;
    }

    private static boolean isFormula(String text) {
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}

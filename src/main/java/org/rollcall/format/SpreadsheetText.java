package org.rollcall.format;

/** Makes text harmless to a spreadsheet, which runs a cell that looks like a formula (OWASP: CSV injection). */
final class SpreadsheetText {

    private SpreadsheetText() {}

    /** The text, behind an apostrophe where a spreadsheet would run it; {@code null} stays. */
    static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}

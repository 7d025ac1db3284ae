package org.rollcall.roster;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a cell of a roster says. */
final class Cells {
    /** Spaces of any kind, Excel's no-break space among them, and marks without a width. */
    private static final String BLANK = "[\\s\\p{Z}\\u200B\\uFEFF]+";

    private static final Pattern AROUND = Pattern.compile("^" + BLANK + "|" + BLANK + "$");

    private Cells() {}

    /** The text without the blanks around it; empty where there is nothing else. */
    static String trimmed(String cell) {
        return isPlain(cell) ? cell : AROUND.matcher(cell).replaceAll("");
    }

    // Next to none has anything to trim.
    private static boolean isPlain(String cell) {
        return cell.isEmpty() || isPrintable(cell.charAt(0)) && isPrintable(cell.charAt(cell.length() - 1));
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < 127;
    }

    /** The text without the blanks around it; {@code null} where there is nothing else. */
    static String text(String cell) {
        String trimmed = trimmed(cell);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The text on one line, with one blank where there are several. */
    static String oneLine(String cell) {
        return trimmed(cell).replaceAll(BLANK, " ");
    }

    /** The names that a semicolon separates. */
    static List<String> names(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(Cells::trimmed)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

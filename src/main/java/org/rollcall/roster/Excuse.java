package org.rollcall.roster;

import java.util.Locale;
import java.util.Set;

/**
 * Whether someone need not come. A cell says yes or no in English, German or French; any other text is a reason.
 *
 * @param reason {@code null} where there is none
 */
record Excuse(boolean excused, String reason) {
    private static final Set<String> NO = Set.of(
            "",
            "no",
            "n",
            "false",
            "f",
            "0",
            "-",
            "\u2013",
            "\u2014",
            "nein",
            "falsch",
            "non",
            "faux",
            "unexcused",
            "not excused",
            "unentschuldigt");
    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "t",
            "1",
            "x",
            "\u2713",
            "\u2714",
            "ja",
            "j",
            "wahr",
            "oui",
            "o",
            "vrai",
            "excused",
            "entschuldigt",
            "excus\u00e9",
            "excus\u00e9e");

    static Excuse of(String cell) {
        String text = Cells.trimmed(cell);
        String word = text.toLowerCase(Locale.ROOT);
        if (NO.contains(word)) {
            return new Excuse(false, null);
        }
        return new Excuse(true, YES.contains(word) ? null : text);
    }
}

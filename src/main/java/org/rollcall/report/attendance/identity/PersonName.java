package org.rollcall.report.attendance.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people type them, and what they are compared by. */
public final class PersonName {
    /** Names that a device or Zoom gives, after which a model or a number can stand. In the form of {@link #key}. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:zoom user|call-in user|user|i ?phone|i ?pad|i ?pod(?: touch)?|i ?mac|mac ?book|android|chromebook"
                    + "|galaxy|samsung|pixel|redmi|xiaomi|huawei|oppo|vivo|oneplus|realme|motorola|moto|nokia|surface"
                    + "|phone|smartphone|mobile|tablet|laptop|desktop|computer|pc|mac|windows)"
                    // Model words ("pro max"), numbers with few letters ("s21", "a52s", "5g"), "(2)", "_1".
                    + "(?:[ _-]\\(?(?:pro|max|plus|mini|air|se|xr|xs|x|ultra|note|fold|flip|tab|go|lite|[a-z]{0,4}\\d[0-9a-z]*)\\)?)*"
                    // Names that Windows and Samsung give: DESKTOP-4F2K9QA, SM-G991B.
                    + "|(?:desktop|laptop)-[0-9a-z]+|sm-[0-9a-z/]+");

    private PersonName() {}

    /**
     * What names are compared by: after NFKC, with white space of any kind as one blank, case folded, {@code #} as a
     * comma, and "Last, First" as "First Last". {@code null} where there is no name.
     *
     * @see <a href="https://unicode.org/reports/tr15/">Unicode normalization forms</a>
     */
    public static String key(String name) {
        if (name == null) {
            return null;
        }
        // Folding case can take letters apart, as of ß with an accent.
        String folded = oneBlank(isAscii(name) ? caseFolded(name) : nfkc(caseFolded(nfkc(name))));
        if (folded.indexOf(',') >= 0 || folded.indexOf('#') >= 0) {
            folded = firstLast(folded);
        }
        return folded.isEmpty() ? null : folded;
    }

    /** Whether a name in the form of {@link #key} stands for a device, or for whoever Zoom has no name for. */
    public static boolean isDevice(String key) {
        return DEVICE.matcher(key).matches();
    }

    // To and fro, as some letters have two small forms (σ, ς) and others two large ones (SS, ẞ).
    public static String caseFolded(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return isAscii(small) ? small : small.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether no letter in it has accents or several small or large forms. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is white space of any kind, no-break spaces among it. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String oneBlank(String text) {
        if (hasOneBlank(text)) {
            return text;
        }
        StringBuilder one = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                blank = true;
                continue;
            }
            if (blank && !one.isEmpty()) {
                one.append(' ');
            }
            blank = false;
            one.append(c);
        }
        return one.toString();
    }

    // As nearly all names have.
    private static boolean hasOneBlank(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && isSpace(c) || c == ' ' && blank) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank;
    }

    private static String firstLast(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.replace('#', ',').split(",")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts.size() == 2 ? parts.get(1) + " " + parts.get(0) : String.join(", ", parts);
    }
}

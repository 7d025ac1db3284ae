package org.rollcall.format.page;

/** Text from outside as the page shows it. */
public final class PageText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MAX_LENGTH = 80;

    private PageText() {}

    /**
     * Returns text short enough to be looked at, without characters that are not text: halves of surrogate pairs,
     * controls, and those that turn the direction of what follows. {@code null} where nothing is left.
     */
    public static String clean(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (++length > MAX_LENGTH) {
                return clean.append('…').toString();
            }
            clean.appendCodePoint(isText(character) ? character : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> (character < 0x202A || character > 0x202E) && (character < 0x2066 || character > 0x2069);
        };
    }
}

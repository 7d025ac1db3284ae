package org.rollcall.lambda.privacy.scan;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts between the tags of the HTML and the XML that Rollcall writes. */
final class MarkupTexts {
    /** Longer texts are no names. What is longer is read in pieces. */
    private static final int LONGEST = 1 << 16;

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,4}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private MarkupTexts() {}

    /**
     * Hands each text on, without entities.
     *
     * @param markup not closed
     * @throws IOException when it can't be read
     */
    static void read(Reader markup, Consumer<String> texts) throws IOException {
        char[] piece = new char[8192];
        StringBuilder text = new StringBuilder();
        boolean inTag = false;
        for (int length = markup.read(piece); length >= 0; length = markup.read(piece)) {
            for (int i = 0; i < length; i++) {
                char c = piece[i];
                boolean isEnd = c == '<' || c == '>';
                if (!inTag && !isEnd) {
                    text.append(c);
                }
                if ((isEnd || text.length() == LONGEST) && !text.isEmpty()) {
                    texts.accept(plain(text.toString()));
                    text.setLength(0);
                }
                inTag = c == '<' || inTag && !isEnd;
            }
        }
        if (!text.isEmpty()) {
            texts.accept(plain(text.toString()));
        }
    }

    private static String plain(String text) {
        return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(MarkupTexts::character);
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return Matcher.quoteReplacement(NAMED.getOrDefault(entity.group(3), entity.group()));
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : entity.group());
    }
}

package org.rollcall.zoom.api;

import java.nio.charset.StandardCharsets;
import org.rollcall.zoom.http.QuotableText;

/** A 200 whose body is not what it should be: empty, cut off, or a proxy's page. */
public class UnreadableAnswerException extends RuntimeException {

    public UnreadableAnswerException(byte[] body) {
        super(describe(body), null, false, false);
    }

    private static String describe(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "an empty body";
        }
        // What looks like JSON is a page that broke: its words are participants' data.
        return text.startsWith("<") ? page(QuotableText.of(text)) : body.length + " bytes that are not a whole page";
    }

    private static String page(String words) {
        return words.isEmpty() ? "a page of HTML" : "a page of HTML that begins with: " + words;
    }
}

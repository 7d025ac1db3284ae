package org.rollcall.zoom.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The text of a value in JSON that was read before: a string's content, or the JSON of any other value. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** @param start where the value begins in the JSON */
    static String at(int start, byte[] json) {
        return switch (json[start]) {
            case '"' -> string(start, json);
            case '{', '[' -> new String(json, start, end(start, json) - start, StandardCharsets.UTF_8);
            default -> literal(start, json);
        };
    }

    private static String string(int start, byte[] json) {
        for (int i = start + 1; ; i++) {
            if (json[i] == '"') {
                return new String(json, start + 1, i - start - 1, StandardCharsets.UTF_8);
            }
            if (json[i] == '\\') {
                return unescaped(start, json);
            }
        }
    }

    private static String unescaped(int start, byte[] json) {
        try (JsonParser parser = JSON.createParser(json, start, json.length - start)) {
            return parser.nextTextValue();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static int end(int start, byte[] json) {
        try (JsonParser parser = JSON.createParser(json, start, json.length - start)) {
            parser.nextToken();
            parser.skipChildren();
            return start + (int) parser.currentLocation().getByteOffset();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    // Not the cause: a parser's message can quote what it read.
    private static IllegalStateException unreadable() {
        return new IllegalStateException("A participant's field that was read before can't be read again");
    }

    private static String literal(int start, byte[] json) {
        int end = start;
        while (end < json.length && isOfLiteral(json[end])) {
            end++;
        }
        return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean isOfLiteral(byte character) {
        return character != ',' && character != '}' && character != ']' && character > ' ';
    }
}

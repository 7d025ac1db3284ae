package org.rollcall.zoom.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.report.row.Field;

/** The names of fields in a page's rows. Rows have them in one order, so that the next one is most often the next. */
final class FieldNames {
    /** More than a row has, unless somebody wants to make it slow. */
    private static final int MOST = 256;

    private final List<Name> names = new ArrayList<>();
    private int next;

    /**
     * A name.
     *
     * @param field the documented field of that name; {@code null} for another
     */
    record Name(byte[] bytes, String text, Field field) {}

    /**
     * Returns a name, of which there is one object for a page.
     *
     * @param from where it begins in the JSON, which has it without escapes
     * @param to behind it
     */
    Name name(byte[] json, int from, int to) {
        for (int i = 0; i < names.size(); i++, next++) {
            next = next < names.size() ? next : 0;
            Name name = names.get(next);
            if (Arrays.equals(name.bytes, 0, name.bytes.length, json, from, to)) {
                next++;
                return name;
            }
        }
        byte[] bytes = Arrays.copyOfRange(json, from, to);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        Name name = new Name(bytes, text, Field.named(text));
        if (names.size() < MOST) {
            names.add(name);
        }
        return name;
    }
}

package org.rollcall.zoom.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.rollcall.report.row.Field;

/**
 * Names that Zoom's reports and past meetings have for fields of the dashboard. A row that has the other name alone is
 * given the dashboard's as well, so that whoever reads documents need not know the source.
 */
final class FieldAliases {
    private final Map<Field, Value> aliases = new EnumMap<>(Field.class);
    private final Set<Field> sent = EnumSet.noneOf(Field.class);

    /** Takes a documented field in. */
    void sent(Field field) {
        if (field == Field.USER_NAME || field == Field.EMAIL) {
            sent.add(field);
        }
    }

    /**
     * Takes any other field in.
     *
     * @param text where its text begins, as {@link ParticipantTexts} has it
     * @param start where its value begins
     * @param end behind its value
     */
    void sent(String name, int text, int start, int end) {
        if (name.equals("name")) {
            aliases.put(Field.USER_NAME, new Value(text, start, end));
        } else if (name.equals("user_email")) {
            aliases.put(Field.EMAIL, new Value(text, start, end));
        }
    }

    /** Returns whether the row lacks a name that it could be given. */
    boolean areMissing() {
        return !sent.containsAll(aliases.keySet());
    }

    /**
     * Adds what is missing.
     *
     * @param texts of the row's fields
     * @param start where the row begins in the page
     * @param end behind it
     * @return the row's JSON: all that Zoom sent, unchanged, and the names behind it
     */
    byte[] addTo(ParticipantTexts texts, byte[] page, int start, int end) {
        ByteArrayOutputStream row = new ByteArrayOutputStream(end - start + 128);
        row.write(page, start, end - start - 1);
        aliases.forEach((field, value) -> {
            if (!sent.contains(field)) {
                texts.begin(field, value.text);
                row.writeBytes((",\"" + field.fieldName() + "\":").getBytes(StandardCharsets.UTF_8));
                row.write(page, value.start, value.end - value.start);
            }
        });
        row.write('}');
        return row.toByteArray();
    }

    private record Value(int text, int start, int end) {}
}

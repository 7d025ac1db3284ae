package org.rollcall.zoom.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.rollcall.report.row.Field;

/**
 * Names that Zoom's reports and past meetings have for fields of the dashboard. A row that has the other name alone is
 * given the dashboard's as well, so that whoever reads documents need not know the source.
 */
final class FieldAliases {
    // Not in maps: there is one of this for every row.
    private Value name;
    private Value email;
    private boolean hasName;
    private boolean hasEmail;

    /** Takes a documented field in. */
    void sent(Field field) {
        hasName |= field == Field.USER_NAME;
        hasEmail |= field == Field.EMAIL;
    }

    /**
     * Takes any other field in.
     *
     * @param text where its text begins, as {@link ParticipantTexts} has it
     * @param start where its value begins
     * @param end behind its value
     */
    void sent(String field, int text, int start, int end) {
        if (field.equals("name")) {
            name = new Value(text, start, end);
        } else if (field.equals("user_email")) {
            email = new Value(text, start, end);
        }
    }

    /** Returns whether the row lacks a name that it could be given. */
    boolean areMissing() {
        return name != null && !hasName || email != null && !hasEmail;
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
        if (!hasName) {
            add(Field.USER_NAME, name, texts, page, row);
        }
        if (!hasEmail) {
            add(Field.EMAIL, email, texts, page, row);
        }
        row.write('}');
        return row.toByteArray();
    }

    private static void add(Field field, Value value, ParticipantTexts texts, byte[] page, ByteArrayOutputStream row) {
        if (value != null) {
            texts.begin(field, value.text);
            row.writeBytes((",\"" + field.fieldName() + "\":").getBytes(StandardCharsets.UTF_8));
            row.write(page, value.start, value.end - value.start);
        }
    }

    private record Value(int text, int start, int end) {}
}

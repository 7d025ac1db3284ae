package org.rollcall.report.row;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;

/**
 * One entry of Zoom's {@code participants}: its JSON exactly as Zoom sent it, and the text of each of its fields. A
 * field's text is the string's content, or the JSON of any other value; it is {@code null} where the field is absent or
 * null. One person can have several rows.
 */
public final class Row {
    /** The texts of a row's documented fields. */
    public interface Texts {
        /** The text of a field; {@code null} where the field is absent or null. */
        String of(Field field);

        /**
         * Returns where the JSON of a field's value begins in {@link #json}, in well-formed UTF-8; negative where the
         * field is absent or null, or only its text can be had.
         */
        default int start(Field field) {
            return -1;
        }

        /** Returns the bytes that hold the JSON of values, in UTF-8, which are not to be changed. */
        default byte[] json() {
            return new byte[0];
        }
    }

    private final byte[] page;
    private final int offset;
    private final int length;
    private final Texts documented;
    private final SortedMap<String, String> undocumented;

    /**
     * @param page bytes that hold the JSON of the row, in UTF-8; not copied
     * @param offset where the row begins in them
     * @param length how many bytes it takes
     * @param documented the texts of the documented fields; asked for as often as somebody asks the row
     * @param undocumented the texts of all other fields, by name
     */
    public Row(byte[] page, int offset, int length, Texts documented, SortedMap<String, String> undocumented) {
        this.page = page;
        this.offset = offset;
        this.length = length;
        this.documented = documented;
        this.undocumented = undocumented;
    }

    /** The text of a documented field, or {@code null}. */
    public String text(Field field) {
        return documented.of(field);
    }

    /**
     * Whether a documented field certainly has that text, found without making one. Where it is not certain, the field
     * can have it all the same.
     */
    public boolean isCertainly(String text, Field field) {
        int start = start(field);
        byte[] json = json();
        int end = start + 1 + text.length();
        if (start < 0 || end >= json.length || json[start] != '"' || json[end] != '"') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (json[start + 1 + i] != text.charAt(i) || json[start + 1 + i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Returns where the JSON of a documented field's value begins; see {@link Texts#start}. */
    public int start(Field field) {
        return documented.start(field);
    }

    /** Returns what holds the JSON of values; see {@link Texts#json}. */
    public byte[] json() {
        return documented.json();
    }

    /** The texts of the fields that Zoom does not document, by name. */
    public SortedMap<String, String> undocumented() {
        return undocumented;
    }

    /** Writes the row's JSON, byte for byte as Zoom sent it. */
    public void writeJson(OutputStream out) throws IOException {
        out.write(page, offset, length);
    }

    /** The row's JSON on one line: JSON knows line ends only between tokens, so that a space can take their place. */
    public void writeJsonLine(OutputStream out) throws IOException {
        int from = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (page[i] == '\n' || page[i] == '\r') {
                out.write(page, from, i - from);
                out.write(' ');
                from = i + 1;
            }
        }
        out.write(page, from, end - from);
    }
}

package org.rollcall.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * Lines of CSV (RFC 4180), byte for byte as FastCSV writes them. A large meeting has millions of cells, almost all of
 * which need no escaping: those are copied from the bytes that Zoom sent, without a text for each.
 */
final class CsvLines implements Closeable {
    /** The bytes that stand in JSON and CSV as they are, wherever in a cell. */
    private static final boolean[] PLAIN = plain();

    /**
     * Those of them that a cell must not begin with: it would look like a formula, or in a first cell like a comment.
     * The last begins the wide forms of formulas in UTF-8.
     */
    private static final String NOT_FIRST = "=+-@#\u00EF";

    private final OutputStream out;
    private byte[] line = new byte[4096];
    private int length;
    private int cells;

    /** @param out buffered; closed with this */
    CsvLines(OutputStream out) {
        this.out = out;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        Arrays.fill(plain, ' ', plain.length, true);
        for (char special : "\"\\,;\u007F".toCharArray()) {
            plain[special] = false;
        }
        return plain;
    }

    /** Adds the text of a row's field as a cell, made harmless. */
    void cell(Row row, Field field) {
        separate();
        int start = row.start(field);
        if (start < 0 || !copy(row.json(), start)) {
            write(SpreadsheetText.harmless(row.text(field)));
        }
    }

    /** Adds a text as a cell, as it is. */
    void cell(String text) {
        separate();
        write(text);
    }

    private void separate() {
        if (cells++ > 0) {
            put(',');
        }
    }

    /**
     * Copies a string, or anything else without separators.
     *
     * @param start where it begins in the JSON
     * @return whether it could be; else nothing was
     */
    private boolean copy(byte[] json, int start) {
        if (json[start] != '"') {
            return copyLiteral(json, start);
        }
        int from = start + 1;
        int to = plain(json, from);
        boolean quoted = false;
        while (json[to] == ',' || json[to] == ';' && Character.isLetterOrDigit(json[to + 1])) {
            quoted |= json[to] == ',';
            to = plain(json, to + 1);
        }
        if (json[to] != '"' || NOT_FIRST.indexOf(json[from] & 0xFF) >= 0) {
            return false;
        }
        if (quoted) {
            put('"');
            put(json, from, to);
            put('"');
        } else {
            put(json, from, to);
        }
        return true;
    }

    private static int plain(byte[] json, int from) {
        int to = from;
        while (PLAIN[json[to] & 0xFF]) {
            to++;
        }
        return to;
    }

    private boolean copyLiteral(byte[] json, int start) {
        int to = start;
        while (Character.isLetterOrDigit(json[to]) || json[to] == '.') {
            to++;
        }
        if (to == start || json[to] != ',' && json[to] != '}') {
            return false;
        }
        put(json, start, to);
        return true;
    }

    private void put(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, line, length, to - from);
        length += to - from;
    }

    private void write(String text) {
        if (text == null) {
            return;
        }
        boolean quoted = cells == 1 && text.startsWith("#") || isQuoted(text);
        byte[] bytes = (quoted ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(StandardCharsets.UTF_8);
        put(bytes, 0, bytes.length);
    }

    private static boolean isQuoted(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    /** Ends the line. */
    void end() throws IOException {
        put('\r');
        put('\n');
        out.write(line, 0, length);
        length = 0;
        cells = 0;
    }

    private void put(char character) {
        reserve(1);
        line[length++] = (byte) character;
    }

    private void reserve(int more) {
        if (line.length - length < more) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package org.rollcall.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes CSV (RFC 4180, UTF-8 with a byte order mark) as bytes from the start: a report has a million cells, and taking
 * them through characters one by one is what would take longest.
 */
final class CsvLines implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private boolean lineBegun;

    CsvLines(Path file) throws IOException {
        out = Files.newOutputStream(file);
        write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }

    /** @param text {@code null} for an empty cell */
    void cell(String text) throws IOException {
        if (lineBegun) {
            write(',');
        }
        lineBegun = true;
        if (text == null) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (needsQuotes(bytes)) {
            quote(bytes);
        } else {
            write(bytes);
        }
    }

    void endLine() throws IOException {
        write('\r');
        write('\n');
        lineBegun = false;
    }

    private static boolean needsQuotes(byte[] bytes) {
        for (byte b : bytes) {
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private void quote(byte[] bytes) throws IOException {
        write('"');
        for (byte b : bytes) {
            if (b == '"') {
                write('"');
            }
            write(b);
        }
        write('"');
    }

    private void write(int b) throws IOException {
        if (length == BUFFER) {
            flush();
        }
        buffer[length++] = (byte) b;
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER - length) {
            flush();
        }
        if (bytes.length > BUFFER) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}

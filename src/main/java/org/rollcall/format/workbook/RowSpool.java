package org.rollcall.format.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * Rows in a file until the last of them is in: only then are the columns, their widths and the meeting's time zone
 * known, which a sheet begins with.
 */
final class RowSpool implements Closeable {
    private static final int ABSENT = -1;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final List<Field> documented;
    private final int[] widths;
    private final SortedMap<String, Integer> undocumented = new TreeMap<>();
    private final int maxUndocumented;
    private final DataOutputStream out;
    /** Half a character is not a question mark, which somebody may have typed. */
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));

    private boolean others;
    private int rows;

    /** Takes a row: the texts of the documented fields, and the other fields by name. */
    interface Sink {
        void row(String[] documented, SortedMap<String, String> undocumented) throws IOException;
    }

    /** @param maxUndocumented so many fields that Zoom does not document have a column */
    RowSpool(Path file, List<Field> documented, int maxUndocumented) throws IOException {
        this.file = file;
        this.documented = documented;
        this.widths = new int[documented.size()];
        this.maxUndocumented = maxUndocumented;
        this.out = new DataOutputStream(new BufferedOutputStream(new FastGzip(Files.newOutputStream(file)), BUFFER));
    }

    void add(Row row) throws IOException {
        rows++;
        for (int i = 0; i < widths.length; i++) {
            String text = row.text(documented.get(i));
            write(text);
            widths[i] = Math.max(widths[i], length(text));
        }
        out.writeInt(row.undocumented().size());
        for (Map.Entry<String, String> other : row.undocumented().entrySet()) {
            write(other.getKey());
            write(other.getValue());
            if (undocumented.containsKey(other.getKey()) || undocumented.size() < maxUndocumented) {
                undocumented.merge(other.getKey(), length(other.getValue()), Math::max);
            } else {
                others = true;
            }
        }
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** The fields that Zoom does not document and that have a column, and the length of the longest value of each. */
    SortedMap<String, Integer> undocumented() {
        return undocumented;
    }

    /** Whether there are more of them than have a column. */
    boolean hasOthers() {
        return others;
    }

    /** The length of the longest value of a documented field. */
    int width(int field) {
        return widths[field];
    }

    /** Reads all rows again, in their order, when there are no more to add. */
    void read(Sink sink) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER))) {
            for (int row = 0; row < rows; row++) {
                String[] texts = new String[widths.length];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = read(in);
                }
                SortedMap<String, String> others = new TreeMap<>();
                for (int i = in.readInt(); i > 0; i--) {
                    others.put(read(in), read(in));
                }
                sink.row(texts, others);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    // Not writeUTF, which takes 65,535 bytes at most.
    private void write(String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
        } else {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            out.writeInt(bytes.remaining());
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        }
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** A function has little disk, and rows repeat themselves. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

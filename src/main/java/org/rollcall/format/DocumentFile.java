package org.rollcall.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A document that is being written, and a checksum of what was. Up to a megabyte it is kept in memory, and beyond in a
 * file.
 */
public final class DocumentFile {
    /** How much of it is written at once: a page of 300 participants has a few hundred thousand bytes. */
    private static final int PIECE = 1 << 16;

    /** So many pieces are kept in memory. */
    private static final int MOST_PIECES = 16;

    private final ReportFormat format;
    private final Path path;
    private Written earlier;
    private Written written;
    private int begun;

    /** @param directory where it is written; nothing else of that format is */
    public DocumentFile(ReportFormat format, Path directory) {
        this.format = format;
        this.path = directory.resolve(format.name() + "." + format.extension());
    }

    /**
     * Begins it, in place of what there was, which can be read still if it is {@link #whole}.
     *
     * @return to be closed before the document is whole
     */
    public OutputStream open() {
        earlier = written;
        written = new Written(begun == 0 ? path : path.resolveSibling(path.getFileName() + "." + begun));
        begun++;
        return written;
    }

    /** Returns what was written. */
    public Document whole() {
        return new Document(format, written.content(), written.bytes, (int) written.checksum.getValue());
    }

    /** Deletes what was written before it was begun anew, which nobody reads any more. */
    void deleteEarlier() throws IOException {
        if (earlier != null && earlier.file != null) {
            Files.delete(earlier.path);
        }
        earlier = null;
    }

    Path path() {
        return path;
    }

    private static final class Written extends OutputStream {
        private final Path path;
        private final List<byte[]> pieces = new ArrayList<>();
        private final CRC32 checksum = new CRC32();
        private byte[] piece = new byte[PIECE];
        private int used;
        private long bytes;
        private OutputStream file;

        Written(Path path) {
            this.path = path;
        }

        @Override
        public void write(int one) throws IOException {
            if (used == PIECE) {
                next();
            }
            piece[used++] = (byte) one;
        }

        @Override
        public void write(byte[] source, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (used == PIECE) {
                    next();
                }
                int some = Math.min(length - done, PIECE - used);
                System.arraycopy(source, from + done, piece, used, some);
                used += some;
                done += some;
            }
        }

        private void next() throws IOException {
            if (file == null && pieces.size() == MOST_PIECES) {
                file = Files.newOutputStream(path);
                for (byte[] before : pieces) {
                    file.write(before);
                }
                pieces.clear();
            }
            keep(piece, used);
            piece = file == null ? new byte[PIECE] : piece;
            used = 0;
        }

        private void keep(byte[] last, int length) throws IOException {
            checksum.update(last, 0, length);
            bytes += length;
            if (file != null) {
                file.write(last, 0, length);
            } else {
                pieces.add(length == last.length ? last : Arrays.copyOf(last, length));
            }
        }

        @Override
        public void close() throws IOException {
            if (piece == null) {
                return;
            }
            byte[] last = piece;
            piece = null;
            try {
                keep(last, used);
            } finally {
                if (file != null) {
                    file.close();
                }
            }
        }

        Document.Content content() {
            return file == null ? this::fromMemory : () -> new BufferedInputStream(Files.newInputStream(path), PIECE);
        }

        private InputStream fromMemory() {
            return new SequenceInputStream(Collections.enumeration(
                    pieces.stream().map(ByteArrayInputStream::new).toList()));
        }
    }
}

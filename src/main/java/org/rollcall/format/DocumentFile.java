package org.rollcall.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** The file of a document that is being written, and a checksum of what was. */
public final class DocumentFile {
    /** How much of it is written at once: a page of 300 participants has a few hundred thousand bytes. */
    private static final int PIECE = 1 << 16;

    private final Path path;
    private final CRC32 checksum = new CRC32();

    /** @param path where it is written */
    public DocumentFile(Path path) {
        this.path = path;
    }

    /**
     * Begins it, in place of what there was.
     *
     * @throws IOException when there is no room for it
     */
    public OutputStream open() throws IOException {
        checksum.reset();
        return new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(path), checksum), PIECE);
    }

    /**
     * What was written.
     *
     * @param format what it is
     * @throws IOException when its size can't be told
     */
    public Document whole(ReportFormat format) throws IOException {
        return new Document(format, path, Files.size(path), (int) checksum.getValue());
    }

    Path path() {
        return path;
    }
}

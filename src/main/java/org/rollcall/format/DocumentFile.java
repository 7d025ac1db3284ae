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

    private final ReportFormat format;
    private final Path path;
    private final CRC32 checksum = new CRC32();

    /** @param directory where it is written; nothing else of that format is */
    public DocumentFile(ReportFormat format, Path directory) {
        this.format = format;
        this.path = directory.resolve(format.name() + "." + format.extension());
    }

    /**
     * Begins it, in place of what there was.
     *
     * @throws IOException when there is no space for it
     */
    public OutputStream open() throws IOException {
        checksum.reset();
        return new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(path), checksum), PIECE);
    }

    /**
     * What was written.
     *
     * @throws IOException when its size cannot be read
     */
    public Document whole() throws IOException {
        return new Document(format, path, Files.size(path), (int) checksum.getValue());
    }

    Path path() {
        return path;
    }
}

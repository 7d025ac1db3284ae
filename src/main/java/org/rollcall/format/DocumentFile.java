package org.rollcall.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a document that is being written. */
final class DocumentFile {
    /** How much of it is written at once: a page of 300 participants has a few hundred thousand bytes. */
    private static final int PIECE = 1 << 16;

    private DocumentFile() {}

    static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), PIECE);
    }
}

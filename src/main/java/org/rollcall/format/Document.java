package org.rollcall.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * A document that is written to its end.
 *
 * @param format what it is
 * @param content its bytes, until the {@link ReportDocuments} it belongs to are closed
 * @param bytes how many there are
 * @param crc32 their checksum as they were written (ISO 3309)
 */
public record Document(ReportFormat format, Content content, long bytes, int crc32) {
    /** Bytes that can be read as often as one likes. */
    public interface Content {
        /**
         * Begins to read them.
         *
         * @return to be closed
         */
        InputStream open() throws IOException;
    }

    /** Begins to read it; see {@link Content#open()}. */
    public InputStream open() throws IOException {
        return content.open();
    }
}

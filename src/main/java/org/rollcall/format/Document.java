package org.rollcall.format;

import java.nio.file.Path;

/**
 * A document that is written to its end.
 *
 * @param format what it is
 * @param file where its bytes are, until the {@link ReportDocuments} it belongs to are closed
 * @param bytes its size
 * @param crc32 the checksum of its bytes as they were written (ISO 3309)
 */
public record Document(ReportFormat format, Path file, long bytes, int crc32) {}

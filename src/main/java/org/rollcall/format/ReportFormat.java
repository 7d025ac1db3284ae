package org.rollcall.format;

import java.io.IOException;

/** A kind of document a report can be written as. Every bean of this type is a format that can be asked for. */
public interface ReportFormat {

    /** The name it is asked for by, which is also the folder of its documents. */
    String name();

    /** The file name's extension, without the dot. */
    String extension();

    /** The media type, with its charset where it has one. */
    String contentType();

    /** Whether the document is text, in UTF-8. */
    default boolean isText() {
        return true;
    }

    /**
     * Begins a document.
     *
     * @param file where to write it
     * @param redaction the fields that must not be in it
     */
    ReportWriter open(DocumentFile file, Redaction redaction) throws IOException;
}

package org.rollcall.store;

import java.net.URI;
import org.rollcall.format.Document;

/**
 * A document in its place.
 *
 * @param format the format's name
 * @param location an {@code s3:} or {@code file:} URI
 * @param contentType its media type
 * @param bytes its size
 */
public record StoredDocument(String format, URI location, String contentType, long bytes) {

    static StoredDocument of(Document document, URI location) {
        return new StoredDocument(
                document.format().name(), location, document.format().contentType(), document.bytes());
    }
}

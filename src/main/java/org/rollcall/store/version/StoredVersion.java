package org.rollcall.store.version;

import java.time.Instant;

/**
 * One version of an object.
 *
 * @param key the object's place below the destination
 * @param id the version's ID, {@code null} where there is none; of an object that was put there while versioning was
 *     off or suspended, S3's is the text {@code null}
 * @param isCurrent whether it is what a reader of the key gets
 * @param isDeleteMarker whether it says that the object is deleted, and has no content
 * @param lastModified when it was put there
 * @param eTag its entity tag; {@code null} where there is none
 * @param bytes its size
 */
public record StoredVersion(
        String key,
        String id,
        boolean isCurrent,
        boolean isDeleteMarker,
        Instant lastModified,
        String eTag,
        long bytes) {}

package org.rollcall.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.rollcall.format.Document;

/** A place where people look for reports. */
public interface Destination {

    /**
     * Puts a document in place, whole or not at all; an older one of the same key is replaced.
     *
     * @param key where it goes below the destination, as {@link ReportKey} makes it
     * @throws StoreException when it can't be put there
     */
    StoredDocument put(String key, Document document);

    /** The address that a document of this key has, once it is there: an {@code s3:} or {@code file:} URI. */
    URI location(String key);

    /** Gets ready for the first document, as far as that takes no call. */
    void prime();

    /**
     * Puts a small file in place, whole or not at all; an older one of the same key is replaced.
     *
     * @param key where it goes below the destination
     * @throws StoreException when it can't be put there
     */
    void put(String key, String contentType, byte[] content);

    /**
     * What is in a folder.
     *
     * @param folder as {@link ReportKey} makes it
     * @return by name, when each was put there last; empty when there is no such folder
     * @throws StoreException when it can't be listed
     */
    Map<String, Instant> list(String folder);

    /**
     * A link by which someone without access of their own can read a document for a while.
     *
     * @return empty where there are no such links
     */
    Optional<URI> link(String key, Duration validity);
}

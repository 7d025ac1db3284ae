package org.rollcall.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.format.Document;

/** A place where people look for reports. Its keys are made by {@link ReportKey}. */
public interface Destination {

    /**
     * Puts a document in place, whole or not at all; an older one of the same key is replaced.
     *
     * @throws StoreException when it can't be put there
     */
    StoredDocument put(String key, Document document);

    /**
     * Puts a small object in place, whole or not at all; an older one of the same key is replaced.
     *
     * @throws StoreException when it can't be put there
     */
    void put(String key, String contentType, byte[] content);

    /**
     * Puts a small object in place unless there is one. Of several that try at once, one succeeds.
     *
     * <p>Where S3's answer is lost and the request repeated, {@code false} can also mean that the first try succeeded.
     * Who has to be certain puts something in that is theirs alone, and reads it back.
     *
     * @return whether it was put there
     * @throws StoreException when it can't be put there, or nothing tells whether there is one
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Amazon S3:
     *     conditional writes</a>
     */
    boolean putIfAbsent(String key, String contentType, byte[] content);

    /**
     * Replaces a small object that is still as it was read. In a directory this holds within one process alone.
     *
     * @param eTag of {@link StoredObject#eTag}
     * @return whether it was replaced; {@code false} where it has changed or is gone
     * @throws StoreException when it can't be put there, or nothing tells whether it has changed
     */
    boolean putIfUnchanged(String key, String contentType, byte[] content, String eTag);

    /**
     * Replaces an object by a document if it is still as it was read. In a directory this holds within one process
     * alone.
     *
     * @param eTag of {@link StoredObject#eTag}
     * @return whether it was replaced; {@code false} where it has changed or is gone
     * @throws StoreException when it can't be put there, or nothing tells whether it has changed
     */
    boolean putIfUnchanged(String key, Document document, String eTag);

    /**
     * Opens an object. Its reader closes it.
     *
     * @return empty when there is no such object
     * @throws StoreException when it can't be read, which is also so where the role may not read it
     */
    Optional<StoredObject> read(String key);

    /**
     * Opens an object unless it is still as it was read.
     *
     * @param eTag of {@link StoredObject#eTag}; {@code null} opens whatever there is
     * @throws StoreException when it can't be read, which is also so where the role may not read it
     */
    Reading readIfChanged(String key, String eTag);

    /**
     * Lists what is below a folder and its folders, by key. A thousand are asked for at a time, as the stream goes on;
     * what was put there since can be left out.
     *
     * @param folder with a slash at its end
     * @return nothing when there is no such folder
     * @throws StoreException when it can't be listed, also while the stream goes on
     */
    Stream<StoredEntry> list(String folder);

    /**
     * Deletes an object, if there is one.
     *
     * @throws StoreException when it can't be deleted
     */
    void delete(String key);

    /** Returns the address that an object of this key has, once it is there: an {@code s3:} or {@code file:} URI. */
    URI location(String key);

    /** Returns the key of what has that address; empty when it is not below this destination. */
    default Optional<String> key(URI location) {
        URI base = location("");
        String folder = base.getPath().endsWith("/") ? base.getPath() : base.getPath() + "/";
        boolean below = base.getScheme().equals(location.getScheme())
                && String.valueOf(base.getAuthority()).equals(String.valueOf(location.getAuthority()))
                && location.getPath() != null
                && location.getPath().startsWith(folder);
        return below ? Optional.of(location.getPath().substring(folder.length())) : Optional.empty();
    }

    /** Gets ready for the first document, as far as that takes no call. */
    void prime();

    /**
     * Returns a link by which someone without access of their own can read a document for a while.
     *
     * @return empty where there are no such links
     */
    Optional<URI> link(String key, Duration validity);

    /**
     * What came of reading an object that was read before.
     *
     * @param unchanged whether it is as it was, and is not opened
     * @param object empty when it is unchanged, or when there is no such object
     */
    record Reading(boolean unchanged, Optional<StoredObject> object) {
        static final Reading UNCHANGED = new Reading(true, Optional.empty());

        static Reading of(Optional<StoredObject> object) {
            return new Reading(false, object);
        }
    }
}

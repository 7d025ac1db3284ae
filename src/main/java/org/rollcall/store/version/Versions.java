package org.rollcall.store.version;

import java.util.List;
import java.util.Optional;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;

/** All versions of all objects below the destination. */
public interface Versions {

    /**
     * Lists them, by key, the current version of each key first.
     *
     * @throws StoreException when they can't be listed
     */
    List<StoredVersion> list();

    /**
     * Opens a version. Its reader closes it.
     *
     * @return empty when there is no such version any more, and for a delete marker
     * @throws StoreException when it can't be read
     */
    Optional<StoredObject> read(StoredVersion version);

    /**
     * Deletes versions for good, so that nothing brings them back. Of those that are gone already nothing is said.
     *
     * @throws StoreException when one can't be deleted, after all have been tried
     */
    void delete(List<StoredVersion> versions);
}

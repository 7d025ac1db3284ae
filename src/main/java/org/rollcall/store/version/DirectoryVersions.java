package org.rollcall.store.version;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.store.Destination;
import org.rollcall.store.StoredEntry;
import org.rollcall.store.StoredObject;

/** What is in a directory, where a file has but one version. */
final class DirectoryVersions implements Versions {
    private final Destination place;

    DirectoryVersions(Destination place) {
        this.place = place;
    }

    @Override
    public List<StoredVersion> list() {
        try (Stream<StoredEntry> entries = place.list("")) {
            return entries.map(entry -> new StoredVersion(
                            entry.key(), null, true, false, entry.lastModified(), null, entry.bytes()))
                    .toList();
        }
    }

    @Override
    public Optional<StoredObject> read(StoredVersion version) {
        return place.read(version.key());
    }

    @Override
    public void delete(List<StoredVersion> versions) {
        versions.forEach(version -> place.delete(version.key()));
    }
}

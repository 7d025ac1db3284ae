package org.rollcall.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.rollcall.format.Document;

/** Reports in a directory. */
final class DirectoryDestination implements Destination {
    private final Path directory;

    DirectoryDestination(Path directory) {
        this.directory = directory;
    }

    @Override
    public StoredDocument put(String key, Document document) {
        Path target = directory.resolve(key);
        // Beside its place first: only within one file system does a file appear whole.
        Path hidden = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.copy(document.file(), hidden);
                Files.move(hidden, target, ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(hidden);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The report could not be written to " + target + " ("
                            + e.getClass().getSimpleName()
                            + "). Look at the directory's free space and permissions, then ask again.",
                    e);
        }
        return StoredDocument.of(document, target.toUri());
    }

    @Override
    public void prime() {
        // A directory is always ready.
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        return Optional.empty();
    }
}

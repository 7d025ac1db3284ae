package org.rollcall.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        put(target, hidden -> Files.copy(document.file(), hidden));
        return StoredDocument.of(document, target.toUri());
    }

    @Override
    public void put(String key, String contentType, byte[] content) {
        put(directory.resolve(key), hidden -> Files.write(hidden, content));
    }

    @Override
    public Map<String, Instant> list(String folder) {
        Path path = directory.resolve(folder);
        try (Stream<Path> files = Files.list(path)) {
            // A file can be gone by now, which is no failure: its time is that of the epoch then.
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(),
                    file -> Instant.ofEpochMilli(file.toFile().lastModified())));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new StoreException(
                    "The reports in " + path + " could not be listed ("
                            + e.getClass().getSimpleName() + "). Look at the directory's permissions, then ask again.",
                    e);
        }
    }

    private static void put(Path target, FileWriter writer) {
        // Beside its place first: only within one file system does a file appear whole.
        Path hidden = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try {
                writer.write(hidden);
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
    }

    @Override
    public URI location(String key) {
        return directory.resolve(key).toUri();
    }

    @Override
    public void prime() {
        // A directory is always ready.
    }

    @Override
    public Optional<URI> link(String key, Duration validity) {
        return Optional.empty();
    }

    private interface FileWriter {
        void write(Path file) throws IOException;
    }
}

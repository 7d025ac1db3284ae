package org.rollcall.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
        write(target, hidden -> {
            try (InputStream content = document.open()) {
                Files.copy(content, hidden);
            }
            return replace(hidden, target);
        });
        return StoredDocument.of(document, target.toUri());
    }

    @Override
    public void put(String key, String contentType, byte[] content) {
        Path target = directory.resolve(key);
        write(target, hidden -> replace(Files.write(hidden, content), target));
    }

    @Override
    public boolean putIfAbsent(String key, String contentType, byte[] content) {
        Path target = directory.resolve(key);
        return write(target, hidden -> {
            try {
                // A file of two names: other than a move, it fails where there is one, and the file appears whole.
                Files.createLink(target, Files.write(hidden, content));
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        });
    }

    @Override
    public synchronized boolean putIfUnchanged(String key, String contentType, byte[] content, String eTag) {
        Path target = directory.resolve(key);
        return write(target, hidden -> isUnchanged(target, eTag) && replace(Files.write(hidden, content), target));
    }

    @Override
    public synchronized boolean putIfUnchanged(String key, Document document, String eTag) {
        Path target = directory.resolve(key);
        return write(target, hidden -> {
            try (InputStream content = document.open()) {
                Files.copy(content, hidden);
            }
            return isUnchanged(target, eTag) && replace(hidden, target);
        });
    }

    private static boolean isUnchanged(Path file, String eTag) throws IOException {
        try {
            return eTag.equals(eTag(attributes(file)));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean replace(Path hidden, Path target) throws IOException {
        Files.move(hidden, target, ATOMIC_MOVE, REPLACE_EXISTING);
        return true;
    }

    private static boolean write(Path target, Writing writing) {
        // Beside its place first: only within one file system does a file appear whole.
        Path hidden = target.resolveSibling("." + UUID.randomUUID() + ListFiles.PART);
        try {
            Files.createDirectories(target.getParent());
            try {
                return writing.to(hidden);
            } finally {
                Files.deleteIfExists(hidden);
            }
        } catch (IOException e) {
            throw failed("The report could not be written to", target, "free space and permissions", e);
        }
    }

    @Override
    public Optional<StoredObject> read(String key) {
        Path file = directory.resolve(key);
        try {
            // Before it is opened: where it is replaced meanwhile, the older tag only makes it be asked for once more.
            BasicFileAttributes attributes = attributes(file);
            return Optional.of(new StoredObject(
                    file.toUri().toString(),
                    Files.newInputStream(file),
                    attributes.size(),
                    contentType(key),
                    eTag(attributes),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("Nothing could be read at", file, "permissions", e);
        }
    }

    @Override
    public Reading readIfChanged(String key, String eTag) {
        Optional<StoredObject> object = read(key);
        if (object.isEmpty() || !object.get().eTag().equals(eTag)) {
            return Reading.of(object);
        }
        try (StoredObject unread = object.get()) {
            return Reading.UNCHANGED;
        } catch (IOException e) {
            throw failed("Nothing could be read at", directory.resolve(key), "permissions", e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private static String eTag(BasicFileAttributes attributes) {
        return "\"%x-%x-%x\""
                .formatted(
                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                        attributes.size(),
                        String.valueOf(attributes.fileKey()).hashCode());
    }

    private static String contentType(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "ndjson" -> "application/x-ndjson";
            case "csv" -> "text/csv; charset=utf-8";
            case "html" -> "text/html; charset=utf-8";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "application/octet-stream";
        };
    }

    @Override
    public Stream<StoredEntry> list(String folder) {
        Path path = directory.resolve(folder);
        try {
            return ListFiles.below(directory, path).stream();
        } catch (IOException e) {
            throw failed("The reports could not be listed at", path, "permissions", e);
        }
    }

    @Override
    public void delete(String key) {
        Path file = directory.resolve(key);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("Nothing could be deleted at", file, "permissions", e);
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

    private static StoreException failed(String what, Path place, String lookAt, IOException cause) {
        return new StoreException(
                what + " " + place + " (" + cause.getClass().getSimpleName() + "). Look at the directory's " + lookAt
                        + ", then ask again.",
                cause);
    }

    private interface Writing {
        boolean to(Path hidden) throws IOException;
    }
}

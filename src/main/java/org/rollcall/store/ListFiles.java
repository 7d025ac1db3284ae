package org.rollcall.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the files below a folder that are in their place. A file that goes meanwhile is left out. */
final class ListFiles extends SimpleFileVisitor<Path> {
    /** What is not in its place yet ends so. */
    static final String PART = ".part";

    private final Path directory;
    private final List<StoredEntry> entries = new ArrayList<>();

    private ListFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns what is below a folder, by key.
     *
     * @param directory what keys are counted from
     * @throws IOException when there is something that is no folder, or that can't be looked into
     */
    static List<StoredEntry> below(Path directory, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        ListFiles files = new ListFiles(directory);
        Files.walkFileTree(folder, files);
        files.entries.sort(Comparator.comparing(StoredEntry::key));
        return files.entries;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !file.getFileName().toString().endsWith(PART)) {
            String key = directory
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            entries.add(new StoredEntry(key, attributes.lastModifiedTime().toInstant(), attributes.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }
}

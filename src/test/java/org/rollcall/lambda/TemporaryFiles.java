package org.rollcall.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What reports leave in the directory for temporary files. */
public final class TemporaryFiles {

    private TemporaryFiles() {}

    /** Where temporary files are. */
    static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The reports' directories that are there now. */
    public static List<Path> ofReports() {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.getFileName().toString().startsWith("rollcall-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

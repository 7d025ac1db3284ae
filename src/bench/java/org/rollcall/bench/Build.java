package org.rollcall.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds a peer from {@code src/bench} in a directory below {@code target}. */
final class Build {
    private final Path directory;

    /** Copies the peer's sources; what an earlier build left stays. */
    Build(String peer) throws IOException {
        directory = Path.of("target", "bench-" + peer).toAbsolutePath();
        Path sources = Path.of("src", "bench", peer);
        for (Path source : files(sources)) {
            Path copy = directory.resolve(sources.relativize(source));
            Files.createDirectories(copy.getParent());
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path directory() {
        return directory;
    }

    /**
     * Runs a command there.
     *
     * @return what it wrote, without blanks around it
     * @throws IllegalStateException when it is not there, or fails
     */
    String run(String... command) throws IOException, InterruptedException {
        Path log = directory.resolve("build.log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(log).strip();
        if (exit != 0) {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            throw new IllegalStateException(
                    "\"" + String.join(" ", command) + "\" ends with " + exit + ", see " + log + ": " + last);
        }
        return text;
    }

    /** @throws IllegalStateException when there is no such program */
    static String onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + program + " on the path"))
                .toString();
    }

    /** How many bytes a directory has as a zip. */
    long zipped(Path content) throws IOException {
        Path zip = directory.resolve("function.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Path file : files(content)) {
                if (!file.equals(zip)) {
                    entries.putNextEntry(new ZipEntry(content.relativize(file).toString()));
                    Files.copy(file, entries);
                }
            }
        }
        return Files.size(zip);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

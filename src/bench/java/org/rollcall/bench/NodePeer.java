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

/** The peer: what people would use instead, bundled as they would deploy it. */
final class NodePeer {
    private static final Path SOURCES = Path.of("src", "bench", "node");
    private static final Path WORK = Path.of("target", "bench-node");

    private NodePeer() {}

    /** Installs and bundles it; needs {@code node} and {@code npm}, and npm's registry the first time. */
    static Contender build() throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, WORK.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(WORK.resolve("node_modules"))) {
            run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
        }
        run("npm", "run", "bundle");
        Path bundle = WORK.resolve("bundle").toAbsolutePath();
        String node = onPath("node");
        List<String> report = List.of(node, bundle.resolve("report.cjs").toString());
        return new Contender(
                "Node.js",
                report,
                List.of(node, bundle.resolve("webhook.cjs").toString()),
                // By NODE_EXTRA_CA_CERTS.
                report,
                bundle,
                "AWS_Lambda_nodejs20.x",
                zipped(bundle));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        File log = WORK.resolve("npm.log").toFile();
        Process process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(log.toPath()));
        }
    }

    private static String onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + program + " on the path"))
                .toString();
    }

    private static long zipped(Path directory) throws IOException {
        Path zip = WORK.resolve("function.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                entries.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, entries);
            }
        }
        return Files.size(zip);
    }
}

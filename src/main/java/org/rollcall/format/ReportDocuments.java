package org.rollcall.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;

/**
 * The documents of one report, written side by side to temporary files as the pages come. Closing deletes the files.
 */
public final class ReportDocuments implements Closeable {
    /** What their directory's name begins with. A number follows. */
    private static final String PREFIX = "rollcall-";

    private final Redaction redaction;
    private final Path directory;
    private final List<DocumentFile> files = new ArrayList<>();
    private final List<ReportWriter> writers = new ArrayList<>();

    /**
     * Begins a document in each format.
     *
     * @throws IOException when there is no space for temporary files
     */
    public ReportDocuments(List<ReportFormat> formats, Redaction redaction) throws IOException {
        this.redaction = redaction;
        this.directory = createDirectory();
        try {
            for (ReportFormat format : formats) {
                DocumentFile file = new DocumentFile(format, directory);
                files.add(file);
                writers.add(format.open(file, redaction));
            }
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    /**
     * Returns a new temporary directory. It is deleted at the next start where a process was killed before it could.
     *
     * @throws IOException when there is no space for temporary files
     */
    public static Path createDirectory() throws IOException {
        return Files.createTempDirectory(PREFIX);
    }

    /** Whether a temporary directory of that name holds the documents of a report, of whatever process. */
    public static boolean isDirectory(String name) {
        return name.startsWith(PREFIX)
                && name.length() > PREFIX.length()
                && name.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** Writes a page to every document. */
    public void page(List<Row> rows) throws IOException {
        List<Row> redacted = redaction.apply(rows);
        for (ReportWriter writer : writers) {
            writer.page(redacted);
        }
    }

    /** Writes every document's end and answers with all of them, whole. */
    public List<Document> end(Report report) throws IOException {
        return end(report, Runnable::run, Function.identity());
    }

    /**
     * Writes every document's end, side by side.
     *
     * @param executor where they are written
     * @param whole is given each document there as soon as it is whole
     * @return what came of each, in the order of the formats
     * @throws IOException when one can't be written, after all have been tried
     * @throws RuntimeException what {@code whole} threw of the first in that order, after all have been tried
     */
    public <T> List<T> end(Report report, Executor executor, Function<Document, T> whole) throws IOException {
        Report redacted = redaction.apply(report);
        List<CompletableFuture<T>> ends = IntStream.range(0, writers.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> whole.apply(end(i, redacted)), executor))
                .toList();
        // Whatever comes of them: their files are deleted next.
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .exceptionally(failure -> null)
                .join();
        writers.clear();
        List<T> outcomes = new ArrayList<>();
        for (CompletableFuture<T> end : ends) {
            outcomes.add(outcome(end));
        }
        return outcomes;
    }

    private Document end(int number, Report report) {
        try {
            try (ReportWriter writer = writers.get(number)) {
                writer.end(report);
            }
            return files.get(number).whole();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static <T> T outcome(CompletableFuture<T> end) throws IOException {
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** @throws IOException when files can't be deleted */
    @Override
    public void close() throws IOException {
        for (ReportWriter writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                // It was given up and has no space for its last bytes; the others still hold theirs.
            }
        }
        writers.clear();
        try (var written = Files.list(directory)) {
            for (Path file : written.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}

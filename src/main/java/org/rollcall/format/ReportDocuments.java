package org.rollcall.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/**
 * The documents of one report, written side by side to temporary files as the pages come. Closing deletes the files.
 */
public final class ReportDocuments implements Closeable {
    private final Redaction redaction;
    private final Path directory;
    private final List<ReportFormat> formats;
    private final List<ReportWriter> writers = new ArrayList<>();

    /**
     * Begins a document in each format.
     *
     * @throws IOException when there is no room for temporary files
     */
    public ReportDocuments(List<ReportFormat> formats, Redaction redaction) throws IOException {
        this.formats = List.copyOf(formats);
        this.redaction = redaction;
        this.directory = Files.createTempDirectory("rollcall-");
        try {
            for (ReportFormat format : formats) {
                writers.add(format.open(file(format), redaction));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
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
        List<Document> documents = new ArrayList<>();
        end(report, documents::add);
        return documents;
    }

    /**
     * Writes every document's end, one after the other.
     *
     * @param whole is handed each document as soon as it is whole
     */
    public void end(Report report, Consumer<Document> whole) throws IOException {
        Report redacted = redaction.apply(report);
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).end(redacted);
            writers.get(i).close();
            Path file = file(formats.get(i));
            whole.accept(new Document(formats.get(i), file, Files.size(file)));
        }
        writers.clear();
    }

    private Path file(ReportFormat format) {
        return directory.resolve(format.name() + "." + format.extension());
    }

    @Override
    public void close() throws IOException {
        try {
            for (ReportWriter writer : writers) {
                writer.close();
            }
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}

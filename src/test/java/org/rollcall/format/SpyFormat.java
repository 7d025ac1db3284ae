package org.rollcall.format;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;

/**
 * A format whose document is empty, and which remembers what it was given and fails where a test says. The function has
 * it only where a profile says so.
 */
@Singleton
@IfBuildProperty(name = SpyFormat.PROPERTY, stringValue = "true")
public final class SpyFormat implements ReportFormat {
    public static final String PROPERTY = "test.spy-format";

    public final List<Row> rows = new ArrayList<>();
    /** Where its document would be written. */
    public Path directory;
    /** The report it ended with. */
    public Report report;
    /** What it does with each row, which may be to fail. */
    public volatile Consumer<Row> onRow = row -> {};

    boolean cannotOpen;
    boolean cannotClose;
    int closed;

    @Override
    public String name() {
        return "spy";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        directory = file.path().getParent();
        if (cannotOpen) {
            throw new IOException("No space left on device");
        }
        file.open().close();
        return new ReportWriter() {
            @Override
            public void page(List<Row> page) {
                page.forEach(onRow);
                rows.addAll(page);
            }

            @Override
            public void end(Report ended) {
                report = ended;
            }

            @Override
            public void close() throws IOException {
                closed++;
                if (cannotClose) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }
}

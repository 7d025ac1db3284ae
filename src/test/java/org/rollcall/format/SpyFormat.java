package org.rollcall.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** A format whose document is empty, and which remembers what it was given. */
public final class SpyFormat implements ReportFormat {
    public final List<Row> rows = new ArrayList<>();
    /** Where its document would be written. */
    public Path directory;
    /** The report it ended with. */
    public Report report;

    boolean broken;
    boolean brokenEnd;
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
        if (broken) {
            throw new IOException("No space left on device");
        }
        file.open().close();
        return new ReportWriter() {
            @Override
            public void page(List<Row> page) {
                rows.addAll(page);
            }

            @Override
            public void end(Report ended) {
                report = ended;
            }

            @Override
            public void close() throws IOException {
                closed++;
                if (brokenEnd) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }
}

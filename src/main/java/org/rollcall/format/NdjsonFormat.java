package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/** One participant a line, each as Zoom sent it, for query engines such as Amazon Athena. */
@Singleton
public class NdjsonFormat implements ReportFormat {

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        return new Writer(file.open());
    }

    private record Writer(OutputStream out) implements ReportWriter {
        @Override
        public void page(List<Row> rows) throws IOException {
            for (Row row : rows) {
                row.writeJsonLine(out);
                out.write('\n');
            }
        }

        @Override
        public void end(Report report) {
            // A line has all that there is to say.
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

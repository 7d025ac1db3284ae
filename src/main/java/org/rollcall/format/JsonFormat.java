package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/**
 * A superset of Zoom's own response, as one page that holds every participant: what parses a page from Zoom (reference:
 * List meeting participants) parses this.
 */
@Singleton
public class JsonFormat implements ReportFormat {
    /** The format's name. */
    public static final String NAME = "json";

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        return new Writer(file.open());
    }

    private static final class Writer implements ReportWriter {
        private final OutputStream out;
        private final JsonGenerator json;
        private boolean first = true;

        Writer(OutputStream out) throws IOException {
            this.out = out;
            this.json = JSON.createGenerator(out).configure(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT, false);
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            json.writeArrayFieldStart("participants");
            json.flush();
        }

        @Override
        public void page(List<Row> rows) throws IOException {
            for (Row row : rows) {
                if (!first) {
                    out.write(',');
                }
                out.write('\n');
                first = false;
                row.writeJson(out);
            }
        }

        // The counts come last: those of a live meeting are known only now.
        @Override
        public void end(Report report) throws IOException {
            json.writeEndArray();
            json.writeNumberField("page_count", 1);
            json.writeNumberField("page_size", report.rows());
            json.writeNumberField("total_records", report.rows());
            json.writeStringField("next_page_token", "");
            MeetingJson.write(json, report.meeting());
            json.writeStringField("type", report.type().value());
            json.writeStringField("generated_at", report.generatedAt().toString());
            json.writeBooleanField("complete", report.complete());
            AttendanceJson.write(json, report.attendance());
            json.writeEndObject();
            json.flush();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}

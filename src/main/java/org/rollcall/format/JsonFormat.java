package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;

/**
 * A superset of Zoom's own response, as one page that holds every participant: what parses a page from Zoom (reference:
 * List meeting participants) parses this.
 */
@Singleton
public class JsonFormat implements ReportFormat {
    /** The format's name. */
    public static final String NAME = "json";

    /** Fields that a page of Zoom's has not, today: one of these names that it sent later would stand twice. */
    private static final Set<String> OURS =
            Set.of("meeting", "kind", "source", "type", "generated_at", "complete", "attendance", "attendance_totals");

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
        return new Writer(file.open(), redaction);
    }

    private static final class Writer implements ReportWriter {
        private final OutputStream out;
        private final Redaction redaction;
        private final JsonGenerator json;
        private boolean first = true;

        Writer(OutputStream out, Redaction redaction) throws IOException {
            this.out = out;
            this.redaction = redaction;
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
            for (Map.Entry<String, String> other : report.otherFields().entrySet()) {
                if (!OURS.contains(other.getKey()) && !redaction.fields().contains(other.getKey())) {
                    json.writeFieldName(other.getKey());
                    json.writeRawValue(other.getValue());
                }
            }
            MeetingJson.write(json, report.meeting());
            json.writeStringField("kind", report.meeting().kind().value());
            json.writeStringField("source", report.source().value());
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

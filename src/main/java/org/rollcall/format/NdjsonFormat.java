package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Times;

/**
 * One participant a line, each as Zoom sent it and with the meeting it is of, for query engines such as Amazon Athena.
 *
 * <p>What is known of the meeting is known for certain only behind the last page. Rows are written to a file as they
 * come, and from there with the meeting's columns to the document.
 */
@Singleton
public class NdjsonFormat implements ReportFormat {
    static final String CONTENT_TYPE = "application/x-ndjson";

    private static final List<String> COLUMNS = List.of("meeting_id", "meeting_uuid", "topic", "meeting_start");
    private static final JsonFactory JSON = new JsonFactory();

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
        return CONTENT_TYPE;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        return new Writer(file);
    }

    private static final class Writer implements ReportWriter {
        private final DocumentFile file;
        private final Path rows;
        private final OutputStream out;

        Writer(DocumentFile file) throws IOException {
            this.file = file;
            this.rows = file.path().resolveSibling(file.path().getFileName() + ".rows");
            this.out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16);
        }

        @Override
        public void page(List<Row> page) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 11);
            for (Row row : page) {
                line.reset();
                row.writeJsonLine(line);
                out.write('0' + sentColumns(row));
                line.writeTo(out);
                out.write('\n');
            }
        }

        /** Which of our columns Zoom sent a field for: a bit for each. */
        private static int sentColumns(Row row) {
            int sent = 0;
            for (int i = 0; i < COLUMNS.size(); i++) {
                sent |= row.undocumented().containsKey(COLUMNS.get(i)) ? 1 << i : 0;
            }
            return sent;
        }

        @Override
        public void end(Report report) throws IOException {
            out.close();
            List<byte[]> columns = columns(report.meeting());
            // Byte for byte: the JSON's own charset makes no difference here.
            try (BufferedReader lines = Files.newBufferedReader(rows, StandardCharsets.ISO_8859_1);
                    OutputStream document = file.open()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String json = line.substring(1);
                    // A participant that is no object has no space for columns.
                    byte[] added = json.endsWith("}") ? columns.get(line.charAt(0) - '0') : new byte[0];
                    int kept = added.length == 0 ? json.length() : json.length() - 1;
                    document.write(json.substring(0, kept).getBytes(StandardCharsets.ISO_8859_1));
                    if (added.length > 0 && !json.substring(1, kept).isBlank()) {
                        document.write(',');
                    }
                    document.write(added);
                    document.write('\n');
                }
            }
            Files.delete(rows);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** What closes a row, by the columns that Zoom sent itself; nothing where it sent all of them. */
    private static List<byte[]> columns(Meeting meeting) throws IOException {
        String[] values = {meeting.id(), meeting.uuid(), meeting.topic(), Times.text(meeting.startTime())};
        List<byte[]> columns = new ArrayList<>();
        for (int sent = 0; sent < 1 << COLUMNS.size(); sent++) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                for (int i = 0; i < COLUMNS.size(); i++) {
                    if ((sent & 1 << i) == 0) {
                        json.writeStringField(COLUMNS.get(i), values[i]);
                    }
                }
                json.writeEndObject();
            }
            String fields = text.toString().substring(1);
            columns.add(fields.equals("}") ? new byte[0] : fields.getBytes(StandardCharsets.UTF_8));
        }
        return columns;
    }
}

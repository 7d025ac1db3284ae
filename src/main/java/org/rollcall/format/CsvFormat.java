package org.rollcall.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.report.Report;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * One line a row (RFC 4180, UTF-8 with a byte order mark for Excel's sake): the documented fields in documented order,
 * then the others by name.
 */
@Singleton
public class CsvFormat implements ReportFormat {
    static final String CONTENT_TYPE = "text/csv; charset=utf-8";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How many characters are encoded at once. Of these, all from the first that is not ASCII on take longer. */
    private static final int PIECE = 256;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        return new CsvReport(file, redaction.shown());
    }

    static CsvWriter csv(DocumentFile file) throws IOException {
        // Not Files.newBufferedWriter: that one throws at half a surrogate pair, this one writes a replacement.
        OutputStream bytes = file.open();
        bytes.write(BYTE_ORDER_MARK);
        Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(PIECE)
                .build(out);
    }

    private static final class CsvReport implements ReportWriter {
        private final DocumentFile file;
        private final List<Field> documented;
        private SortedSet<String> undocumented;
        private CsvLines csv;

        CsvReport(DocumentFile file, List<Field> documented) {
            this.file = file;
            this.documented = documented;
        }

        @Override
        public void page(List<Row> rows) throws IOException {
            SortedSet<String> names = new TreeSet<>();
            rows.forEach(row -> names.addAll(row.undocumented().keySet()));
            if (csv == null) {
                begin(names);
            } else if (!undocumented.containsAll(names)) {
                names.addAll(undocumented);
                widen(names);
            }
            String[] others = undocumented.toArray(String[]::new);
            for (Row row : rows) {
                for (Field field : documented) {
                    csv.cell(row, field);
                }
                for (String name : others) {
                    csv.cell(SpreadsheetText.harmless(row.undocumented().get(name)));
                }
                csv.end();
            }
        }

        private void begin(SortedSet<String> names) throws IOException {
            undocumented = names;
            OutputStream out = file.open();
            out.write(BYTE_ORDER_MARK);
            csv = new CsvLines(out);
            documented.forEach(field -> csv.cell(field.fieldName()));
            undocumented.forEach(name -> csv.cell(SpreadsheetText.harmless(name)));
            csv.end();
        }

        // A field that Zoom first sends on a later page gets its column in the lines before, too.
        private void widen(SortedSet<String> names) throws IOException {
            csv.close();
            Document narrow = file.whole();
            List<String> before = List.copyOf(undocumented);
            begin(names);
            // An empty line is a row, too, where redaction leaves one column.
            try (CsvReader<CsvRecord> lines = CsvReader.builder()
                    .skipEmptyLines(false)
                    .ofCsvRecord(new InputStreamReader(narrow.open(), StandardCharsets.UTF_8))) {
                lines.stream().skip(1).forEach(line -> write(widened(line.getFields(), before)));
            }
            file.deleteEarlier();
        }

        private void write(List<String> line) {
            try {
                line.forEach(csv::cell);
                csv.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> widened(List<String> line, List<String> before) {
            List<String> wide = new ArrayList<>(line.subList(0, documented.size()));
            for (String name : undocumented) {
                int column = before.indexOf(name);
                wide.add(column < 0 ? null : line.get(documented.size() + column));
            }
            return wide;
        }

        @Override
        public void end(Report report) throws IOException {
            if (csv == null) {
                begin(new TreeSet<>());
            }
        }

        @Override
        public void close() throws IOException {
            if (csv != null) {
                csv.close();
            }
        }
    }
}

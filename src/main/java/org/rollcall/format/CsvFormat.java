package org.rollcall.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Writer out = new OutputStreamWriter(file.open(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(PIECE)
                .build(out);
    }

    private static final class CsvReport implements ReportWriter {
        private final DocumentFile file;
        private final List<Field> documented;
        private SortedSet<String> undocumented;
        private CsvWriter csv;

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
            String[] line = new String[documented.size() + undocumented.size()];
            for (Row row : rows) {
                int column = 0;
                for (Field field : documented) {
                    line[column++] = SpreadsheetText.harmless(row.text(field));
                }
                for (String name : undocumented) {
                    line[column++] = SpreadsheetText.harmless(row.undocumented().get(name));
                }
                csv.writeRecord(line);
            }
        }

        private void begin(SortedSet<String> names) throws IOException {
            undocumented = names;
            csv = csv(file);
            List<String> header = new ArrayList<>();
            documented.forEach(field -> header.add(field.fieldName()));
            undocumented.forEach(name -> header.add(SpreadsheetText.harmless(name)));
            csv.writeRecord(header);
        }

        // A field that Zoom first sends on a later page gets its column in the lines before, too.
        private void widen(SortedSet<String> names) throws IOException {
            csv.close();
            List<String> before = List.copyOf(undocumented);
            Path wide = file.path();
            Path narrow = Files.move(
                    wide, wide.resolveSibling(wide.getFileName() + ".narrow"), StandardCopyOption.REPLACE_EXISTING);
            begin(names);
            // An empty line is a row, too, where redaction leaves one column.
            try (CsvReader<CsvRecord> lines =
                    CsvReader.builder().skipEmptyLines(false).ofCsvRecord(narrow)) {
                lines.stream().skip(1).forEach(line -> csv.writeRecord(widened(line.getFields(), before)));
            }
            Files.delete(narrow);
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

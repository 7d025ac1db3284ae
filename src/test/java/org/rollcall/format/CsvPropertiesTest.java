package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rollcall.report.row.Field;
import org.rollcall.zoom.api.Pages;

/** The CSV document, against FastCSV. */
class CsvPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CsvFormat format = new CsvFormat();

    @Property
    void isWhatFastCsvWrites(@ForAll("rows") List<Map<String, Object>> rows) throws IOException {
        assertThat(written(rows, Redaction.NONE)).isEqualTo(byFastCsv(rows, List.of(Field.values())));
    }

    /** The first column is another one, and a line can be empty. */
    @Property
    void isWhatFastCsvWritesOfOneColumn(@ForAll("rows") List<Map<String, Object>> rows) throws IOException {
        Set<String> others = Arrays.stream(Field.values())
                .filter(field -> field != Field.USER_NAME)
                .map(Field::fieldName)
                .collect(Collectors.toSet());
        others.add("extra");

        assertThat(written(rows, new Redaction(others))).isEqualTo(byFastCsv(rows, List.of(Field.USER_NAME)));
    }

    private String written(List<Map<String, Object>> rows, Redaction redaction) throws IOException {
        List<String> json = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            json.add(JSON.writeValueAsString(row));
        }
        return Documents.write(format, redaction, Pages.rows(json.toArray(String[]::new)));
    }

    private static String byFastCsv(List<Map<String, Object>> rows, List<Field> fields) throws IOException {
        boolean extra = fields.size() > 1 && rows.stream().anyMatch(row -> row.containsKey("extra"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            List<String> header =
                    new ArrayList<>(fields.stream().map(Field::fieldName).toList());
            if (extra) {
                header.add("extra");
            }
            csv.writeRecord(header);
            for (Map<String, Object> row : rows) {
                csv.writeRecord(header.stream()
                        .map(name -> SpreadsheetText.harmless(text(row.get(name))))
                        .toList());
            }
        }
        return "\uFEFF" + bytes.toString(StandardCharsets.UTF_8);
    }

    private static String text(Object value) {
        return value == null || value instanceof String
                ? (String) value
                : JSON.valueToTree(value).toString();
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> rows() {
        Arbitrary<String> names =
                Arbitraries.of("id", "user_name", "email", "in_room_participants", "recording", "extra");
        return Arbitraries.maps(names, values())
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<Object> values() {
        Arbitrary<String> likely = Arbitraries.strings()
                .withChars("aZ0 ,;\"'\\/\r\n\t=+-@#|\u0000\u007F\u00E9\u2028\uFF1D\uFF20\uD83C\uDF93\uD800")
                .ofMaxLength(6);
        return Arbitraries.oneOf(
                likely.map(text -> text),
                Arbitraries.strings().ofMaxLength(12).map(text -> text),
                Arbitraries.of(0, -1, 123456789L, 1.5, -0.25, 1e300, true, false),
                Arbitraries.just(List.of(Map.of("call_number", "+1, 2"))),
                Arbitraries.just(new HashMap<>()),
                Arbitraries.just(null));
    }
}

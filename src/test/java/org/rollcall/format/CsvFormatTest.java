package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.row.Field;
import org.rollcall.zoom.api.Pages;

/** Read back with another library than the one that wrote it. */
class CsvFormatTest {
    private static final List<String> DOCUMENTED =
            Arrays.stream(Field.values()).map(Field::fieldName).toList();

    private final CsvFormat format = new CsvFormat();

    @Test
    void hasAHeaderInDocumentedOrderAndThenTheRestByName() throws IOException {
        CSVParser csv = read(Redaction.NONE, List.of("{\"zoe\":1,\"aic_disclaimer\":true,\"user_name\":\"a\"}"));

        assertThat(csv.getHeaderNames().subList(0, DOCUMENTED.size())).isEqualTo(DOCUMENTED);
        assertThat(csv.getHeaderNames()
                        .subList(DOCUMENTED.size(), csv.getHeaderNames().size()))
                .containsExactly("aic_disclaimer", "zoe");
    }

    @Test
    void beginsWithAByteOrderMarkAndEndsLinesAsTheRfcSays() throws IOException {
        String text = Documents.write(format, Redaction.NONE, Pages.rows("{\"id\":\"a\"}", "{\"id\":\"b\"}"));

        assertThat(text).startsWith("\uFEFFid,user_id,participant_user_id,").endsWith("\r\n");
        assertThat(text.split("\r\n")).hasSize(3);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a,b",
                "a;b",
                "\"quoted\"",
                "a\"b",
                "line\nend",
                "line\r\nend",
                "line\rend",
                " spaces ",
                "\u0000\u0007\u001b",
                "שלום‏",
                "👩‍👩‍👧",
                "O'Neil",
                "a=b",
                "1-1",
                "\u2028"
            })
    void keepsEveryText(String text) throws IOException {
        String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);

        CSVRecord record = read(Redaction.NONE, List.of("{\"user_name\":" + json + ",\"extra\":" + json + "}"))
                .iterator()
                .next();

        assertThat(record.get("user_name")).isEqualTo(text);
        assertThat(record.get("extra")).isEqualTo(text);
    }

    /** Wherever the text is cut into pieces, some pair of characters is there. */
    @Test
    void keepsCharactersThatTakeTwoOfJavas() throws IOException {
        String text = "🎓".repeat(1_000);

        CSVRecord record = read(
                        Redaction.NONE,
                        List.of("{\"id\":\"a\",\"user_name\":\"%1$s\",\"extra\":\"a%1$s\"}".formatted(text)))
                .iterator()
                .next();

        assertThat(record.get("user_name")).isEqualTo(text);
        assertThat(record.get("extra")).isEqualTo("a" + text);
    }

    @Test
    void keepsLongTextsNumbersAndWhatIsNested() throws IOException {
        String name = "n".repeat(100_000);
        CSVRecord record = read(
                        Redaction.NONE,
                        List.of("{\"user_name\":\"" + name + "\",\"in_room_participants\":1.10,"
                                + "\"audio_call\":[{\"call_number\":\"+1, 2\"}],\"recording\":false,\"big\":"
                                + "123456789012345678901234567890,\"email\":null}"))
                .iterator()
                .next();

        assertThat(record.get("user_name")).isEqualTo(name);
        assertThat(record.get("in_room_participants")).isEqualTo("1.10");
        assertThat(record.get("audio_call")).isEqualTo("[{\"call_number\":\"+1, 2\"}]");
        assertThat(record.get("recording")).isEqualTo("false");
        assertThat(record.get("big")).isEqualTo("123456789012345678901234567890");
        assertThat(record.get("email")).isEmpty();
        assertThat(record.get("id")).isEmpty();
    }

    /** Excel separates by semicolons wherever a comma is what numbers have. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Kim;=1+1;, Kim;'=1+1;",
                "Kim; \"=1+1\", Kim; \"'=1+1\"",
                "=1;@x;-1, '=1;'@x;'-1",
                "Kim;1=1, Kim;1=1",
                "&amp;＝1, &amp;'＝1",
                "Kim¶=1;, Kim¶'=1;",
                "Kim¶ \"=1, Kim¶ \"'=1",
                "¶=1, '¶'=1",
                "Kim¶Lee, Kim¶Lee"
            })
    void makesFormulasBehindSeparatorsHarmless(String text, String harmless) throws IOException {
        for (String space : List.of("\n", "\r", "\r\n", "\t")) {
            String json =
                    new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text.replace("¶", space));

            CSVRecord record = read(Redaction.NONE, List.of("{\"user_name\":" + json + "}"))
                    .iterator()
                    .next();

            assertThat(record.get("user_name")).isEqualTo(harmless.replace("¶", space));
        }
    }

    @Test
    void makesFormulasHarmlessThatJsonHasOnLinesOfTheirOwn() throws IOException {
        CSVRecord record = read(
                        Redaction.NONE, List.of("{\"internal_ip_addresses\":[\n\"=1+1\"],\"new\":{\t\"@a\":1}}"))
                .iterator()
                .next();

        assertThat(record.get("internal_ip_addresses")).isEqualTo("[\n\"'=1+1\"]");
        assertThat(record.get("new")).isEqualTo("{\t\"'@a\":1}");
    }

    @Test
    void writesAReplacementForHalfAnEmoji() throws IOException {
        assertThat(read(Redaction.NONE, List.of("{\"user_name\":\"a\\ud800b\"}"))
                        .iterator()
                        .next()
                        .get("user_name"))
                .isEqualTo("a?b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t1", "\r1", "\n1", "＝1+1", "＋1", "－1", "＠x"})
    void makesFormulasHarmless(String formula) throws IOException {
        String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(formula);
        CSVParser csv =
                read(Redaction.NONE, List.of("{\"user_name\":" + json + ",\"extra\":" + json + "," + json + ":1}"));
        CSVRecord record = csv.iterator().next();

        assertThat(record.get("user_name")).isEqualTo("'" + formula);
        assertThat(record.get("extra")).isEqualTo("'" + formula);
        assertThat(csv.getHeaderNames()).contains("'" + formula).doesNotContain(formula);
    }

    @Test
    void hasARowForEveryParticipantWhateverItIs() throws IOException {
        List<CSVRecord> records = read(Redaction.NONE, List.of("{}", "null", "\"x\"", "[1]", "42"), List.of("{}"))
                .getRecords();

        assertThat(records).hasSize(6).allSatisfy(record -> {
            assertThat(record.isConsistent()).isTrue();
            assertThat(record.values()).containsOnly("");
        });
    }

    @Test
    void widensWhenAFieldIsFirstSeenOnALaterPage() throws IOException {
        CSVParser csv = read(
                Redaction.NONE,
                List.of("{\"id\":\"1\",\"mmm\":\"=1\\n,\\\"\"}", "{}"),
                List.of("{\"id\":\"2\"}"),
                List.of("{\"id\":\"3\",\"aaa\":\"a\",\"zzz\":null}"),
                List.of("{\"id\":\"4\",\"nnn\":\"n\",\"mmm\":\"m\"}"));

        assertThat(csv.getHeaderNames()
                        .subList(DOCUMENTED.size(), csv.getHeaderNames().size()))
                .containsExactly("aaa", "mmm", "nnn", "zzz");
        List<CSVRecord> records = csv.getRecords();
        assertThat(records).allMatch(CSVRecord::isConsistent);
        assertThat(records).extracting(record -> record.get("id")).containsExactly("1", "", "2", "3", "4");
        assertThat(records).extracting(record -> record.get("aaa")).containsExactly("", "", "", "a", "");
        assertThat(records).extracting(record -> record.get("mmm")).containsExactly("'=1\n,\"", "", "", "", "m");
        assertThat(records).extracting(record -> record.get("nnn")).containsExactly("", "", "", "", "n");
        assertThat(records).extracting(record -> record.get("zzz")).containsOnly("");
    }

    @Test
    void keepsRowsWithoutAnythingInThemWhenItWidens() throws IOException {
        Set<String> allButOne = new java.util.HashSet<>(DOCUMENTED);
        allButOne.remove("id");

        CSVParser csv = read(new Redaction(allButOne), List.of("{}", "{\"id\":\"1\"}"), List.of("{\"new\":1}"));

        assertThat(csv.getHeaderNames()).containsExactly("id", "new");
        assertThat(csv.getRecords()).extracting(record -> record.get("id")).containsExactly("", "1", "");
    }

    @Test
    void hasNoColumnForWhatIsRedacted() throws IOException {
        CSVParser csv = read(
                new Redaction(Set.of("ip_address", "secret")),
                List.of("{\"ip_address\":\"192.0.2.1\",\"secret\":1,\"id\":\"a\",\"open\":2}"),
                List.of("{\"later\":3,\"secret\":4}"));

        assertThat(csv.getHeaderNames())
                .doesNotContain("ip_address", "secret")
                .contains("id", "open", "later")
                .hasSize(DOCUMENTED.size() - 1 + 2);
        assertThat(csv.getRecords()).noneMatch(record -> record.toString().contains("192.0.2.1"));
    }

    /** A redacted row's JSON is written anew, on one line; the texts of its fields are as Zoom sent them. */
    @Test
    void harmlessFormulasBehindLineEndsInARedactedRow() throws IOException {
        CSVParser csv = read(
                new Redaction(Set.of("ip_address")),
                List.of("{\"ip_address\":\"192.0.2.1\",\"audio_call\":[\n\"-1\",\n-1]}"));

        assertThat(csv.getRecords().get(0).get("audio_call")).isEqualTo("[\n\"'-1\",\n'-1]");
    }

    @Test
    void hasAHeaderWithoutAnyParticipant() throws IOException {
        CSVParser csv = read(Redaction.NONE, List.of());
        assertThat(csv.getHeaderNames()).isEqualTo(DOCUMENTED);
        assertThat(csv.getRecords()).isEmpty();

        assertThat(Documents.write(format, Redaction.NONE)).startsWith("\uFEFFid,");
    }

    @Test
    void isCsv() {
        assertThat(format.name()).isEqualTo("csv");
        assertThat(format.extension()).isEqualTo("csv");
        assertThat(format.contentType()).isEqualTo("text/csv; charset=utf-8");
    }

    @SafeVarargs
    private CSVParser read(Redaction redaction, List<String>... pages) throws IOException {
        @SuppressWarnings("unchecked")
        List<org.rollcall.report.row.Row>[] rows = Arrays.stream(pages)
                .map(page -> Pages.rows(page.toArray(String[]::new)))
                .toArray(List[]::new);
        String text = Documents.write(format, redaction, rows);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get()
                .parse(new java.io.StringReader(text.substring(1)));
    }
}

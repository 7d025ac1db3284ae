package org.rollcall.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What any program writes as a CSV is read as it was; whatever else there is, is refused as the caller expects it. */
class ReadRosterPropertiesTest {
    private static final String KEY = "rosters/1.csv";
    private static final String MARK = "\uFEFF";

    /** A way to write a CSV. */
    record Spelling(char separator, String charset, boolean mark, LineDelimiter lineEnd, boolean quoted) {
        byte[] write(List<List<String>> lines) {
            StringWriter text = new StringWriter();
            CsvWriter.CsvWriterBuilder writer = CsvWriter.builder()
                    .fieldSeparator(separator)
                    .lineDelimiter(lineEnd)
                    .bufferSize(0);
            if (quoted) {
                writer.quoteStrategy(QuoteStrategies.ALWAYS);
            }
            CsvWriter csv = writer.build(text);
            lines.forEach(csv::writeRecord);
            return ((mark ? MARK : "") + text).getBytes(Charset.forName(charset));
        }
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll("spellings") Spelling spelling, @ForAll @Size(max = 20) List<@From("lines") RosterLine> lines) {
        List<List<String>> csv = new ArrayList<>();
        csv.add(List.of("Note", "Email", "excused", "Name", "Alias", "Group"));
        Map<String, RosterLine> byAddress = new LinkedHashMap<>();
        lines.forEach(line -> byAddress.putIfAbsent(line.email(), line));
        for (RosterLine line : byAddress.values()) {
            csv.add(List.of(
                    line.columns().get("Note"),
                    line.email(),
                    line.excused() ? line.excusedReason() : "no",
                    line.name(),
                    String.join("; ", line.aliases()),
                    line.columns().get("Group")));
        }
        Roster roster = ReadRoster.read(KEY, spelling.write(csv));
        assertEquals(List.copyOf(byAddress.values()), roster.lines());
        assertEquals(List.of("Note", "Group"), roster.columns());
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 400) byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property
    void soIsAnyTextBehindAHeader(
            @ForAll("headers") String header, @ForAll("rests") String rest, @ForAll("charsets") String charset) {
        readOrRefused((header + rest).getBytes(Charset.forName(charset)));
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            Roster roster = ReadRoster.read(KEY, bytes);
            for (RosterLine line : roster.lines()) {
                assertFalse(line.name() == null && line.email() == null);
                assertEquals(roster.columns(), List.copyOf(line.columns().keySet()));
            }
        } catch (InvalidRosterException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    @Provide
    Arbitrary<Spelling> spellings() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        charsets(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR),
                        Arbitraries.of(true, false))
                .as((separator, charset, mark, lineEnd, quoted) ->
                        new Spelling(separator, charset, mark && charset.startsWith("UTF"), lineEnd, quoted));
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252");
    }

    @Provide
    Arbitrary<RosterLine> lines() {
        // Letters that every character set has.
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("aZé€ß ,\t|'\"=")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(Cells::oneLine)
                .filter(Predicate.not(String::isEmpty));
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("aZé€ß ;,\t|'\"=\n")
                .ofMaxLength(12)
                .map(Cells::trimmed);
        Arbitrary<String> addresses =
                Arbitraries.strings().withCharRange('a', 'z').ofLength(8).map(text -> text + "@example.org");
        Arbitrary<String> reasons = words.map(text -> "ill: " + text);
        return Combinators.combine(
                        words, addresses, words.set().ofMaxSize(3), Arbitraries.of(true, false), reasons, cells, cells)
                .as((name, address, aliases, excused, reason, note, group) -> new RosterLine(
                        name,
                        address,
                        null,
                        List.copyOf(aliases),
                        excused,
                        excused ? reason : null,
                        columns(note, group)));
    }

    private static Map<String, String> columns(String note, String group) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("Note", note);
        columns.put("Group", group);
        return columns;
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                "name\n",
                "name,email\n",
                "E-Mail;Name;Alias;Excused\r\n",
                "sep=|\nname|email|x\n",
                "\nfirst name\tlast name\t\n");
    }

    @Provide
    Arbitrary<String> rests() {
        return Arbitraries.strings().withChars("aé\"\",;\t|\r\n \0@\uD800").ofMaxLength(60);
    }
}

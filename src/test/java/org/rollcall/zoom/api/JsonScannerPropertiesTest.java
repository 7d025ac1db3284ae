package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where values end, against Jackson. */
class JsonScannerPropertiesTest {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(shrinking = ShrinkingMode.OFF)
    void endsWhereJacksonEnds(@ForAll("values") JsonNode value, @ForAll boolean pretty) throws IOException {
        byte[] json =
                (pretty ? value.toPrettyString() : MAPPER.writeValueAsString(value)).getBytes(StandardCharsets.UTF_8);

        int end = scan(json);

        // Escapes of control characters are Jackson's.
        if (!value.toString().contains("\\u")) {
            assertThat(end).isEqualTo(json.length);
        } else {
            assertThat(end).isIn(json.length, JsonScanner.UNSURE);
        }
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void isSureOfNothingThatJacksonRefuses(
            @ForAll("values") JsonNode value, @ForAll @IntRange(max = 1000) int place, @ForAll("bytes") byte changed)
            throws IOException {
        byte[] json = MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        json[place % json.length] = changed;

        int end = scan(json);

        if (end == json.length) {
            assertThat(end).isEqualTo(byJackson(json));
        }
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void isSureOfWellFormedUtf8Alone(@ForAll("encoded") List<Byte> encoded) {
        byte[] json = new byte[encoded.size() + 2];
        json[0] = '"';
        for (int i = 0; i < encoded.size(); i++) {
            json[i + 1] = encoded.get(i);
        }
        json[json.length - 1] = '"';

        if (scan(json) == json.length) {
            assertThat(new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(json);
            assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\uFFFD");
        }
    }

    @Test
    void everyCharacterIsWellFormed() {
        for (int character = ' '; character <= Character.MAX_CODE_POINT; character++) {
            boolean plain = character != '"' && character != '\\' && character != 0xFFFD;
            if (plain && Character.getType(character) != Character.SURROGATE) {
                byte[] json = ("\"" + Character.toString(character) + "\"").getBytes(StandardCharsets.UTF_8);
                assertThat(scan(json)).as("%x", character).isEqualTo(json.length);
            }
        }
    }

    @Test
    void isNotSureOfWhatIsDeepOrLong() {
        assertThat(scan("[".repeat(33) + "]".repeat(33))).isEqualTo(JsonScanner.UNSURE);
        assertThat(scan("[".repeat(32) + "]".repeat(32))).isEqualTo(64);
        assertThat(scan("1".repeat(101))).isEqualTo(JsonScanner.UNSURE);
        assertThat(scan("1".repeat(100))).isEqualTo(100);
    }

    @Test
    void readsNothingBehindTheEnd() {
        byte[] json = "\"abc\"".getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < json.length; length++) {
            assertThat(new JsonScanner(json, length).value(0)).isEqualTo(JsonScanner.UNSURE);
        }
    }

    private static int scan(String json) {
        return scan(json.getBytes(StandardCharsets.UTF_8));
    }

    private static int scan(byte[] json) {
        return new JsonScanner(json, json.length).value(0);
    }

    /** The place behind the first value, which stands in an array. */
    private static int byJackson(byte[] json) throws IOException {
        byte[] array = new byte[json.length + 2];
        array[0] = '[';
        System.arraycopy(json, 0, array, 1, json.length);
        array[json.length + 1] = ']';
        try (JsonParser parser = JSON.createParser(array)) {
            parser.nextToken();
            parser.nextToken();
            parser.skipChildren();
            parser.finishToken();
            return (int) parser.currentLocation().getByteOffset() - 1;
        }
    }

    @Provide
    Arbitrary<Byte> bytes() {
        return Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of("\"\\{}[]:, \t\n0129.eE+-tfn/u"
                        .chars()
                        .mapToObj(c -> (byte) c)
                        .toList()));
    }

    @Provide
    Arbitrary<List<Byte>> encoded() {
        Arbitrary<Byte> likely = Arbitraries.of(
                (byte) 0xC0,
                (byte) 0xC1,
                (byte) 0xC2,
                (byte) 0xDF,
                (byte) 0xE0,
                (byte) 0xE1,
                (byte) 0xED,
                (byte) 0xEF,
                (byte) 0xF0,
                (byte) 0xF1,
                (byte) 0xF4,
                (byte) 0xF5,
                (byte) 0xFF,
                (byte) 0x7F,
                (byte) 0x80,
                (byte) 0x8F,
                (byte) 0x90,
                (byte) 0x9F,
                (byte) 0xA0,
                (byte) 0xBF,
                (byte) 'a');
        return likely.list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab \"\\/\n\t{}[]:,\u00E9\u2028\uD83C\uDF93\u0001")
                        .ofMaxLength(8),
                Arbitraries.of("user_name", "join_time"));
        Arbitrary<String> names = Arbitraries.strings().withChars("ab {}[]:,").ofMaxLength(8);
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(0.5, -1.25, 1e300, -1e-300, 0.0).map(NODES::numberNode),
                Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(all -> NODES.arrayNode().addAll(all)),
                        Arbitraries.maps(names, inner).ofMaxSize(3).map(all -> NODES.objectNode()
                                .setAll(all))),
                0,
                3);
    }
}

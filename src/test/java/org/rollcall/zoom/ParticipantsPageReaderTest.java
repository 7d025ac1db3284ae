package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.Field;
import org.rollcall.report.Row;

class ParticipantsPageReaderTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"next_page_token\":\"abc\",\"participants\":[{\"id\":\"1\"}]}|abc",
                "{\"x\":{\"next_page_token\":\"inner\"},\"next_page_token\":\"abc\",\"participants\":[|abc",
                "{\"next_page_token\":\"\",\"participants\":[]}|''",
                "{\"participants\":[],\"next_page_token\":\"abc\"}|-",
                "{\"next_page_token\":null,\"participants\":[]}|-",
                "{\"next_page_token\":[\"abc\"],\"participants\":[]}|-",
                "{\"next_page|-",
                "<html>|-",
                "''|-"
            })
    void theNextPagesTokenIsKnownBeforeTheRowsAre(String body, String token) {
        assertThat(ParticipantsPageReader.nextPageToken(body.getBytes(StandardCharsets.UTF_8), body.length()))
                .isEqualTo(token);
    }

    @Test
    void theNextPagesTokenIsToldBeforeTheWholePageIsThere() {
        String body = Rows.page(900, "next", Rows.of(900));
        List<String> told = new ArrayList<>();
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))) {
            private int given;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                assertThat(told.isEmpty()).isEqualTo(given < 1024);
                int read = super.read(bytes, offset, Math.min(length, 500));
                given += Math.max(0, read);
                return read;
            }
        };

        ParticipantsPage page = ParticipantsPageReader.read(slow, told::add);

        assertThat(told).containsExactly("next");
        assertThat(page.participants()).hasSize(900);
        assertThat(page.nextPageToken()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 327_679, 327_680, 327_681, 655_360, 1_000_000})
    void aPageMayHaveAnySize(int bytes) {
        String body = "{\"total_records\":1,\"participants\":[{\"user_name\":\"Ada\",\"pc_name\":\"%s\"}]}";
        byte[] page = body.formatted("x".repeat(bytes - body.length() + 2)).getBytes(StandardCharsets.UTF_8);
        assertThat(page).hasSize(bytes);

        Row row = ParticipantsPageReader.read(new ByteArrayInputStream(page), token -> {})
                .participants()
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo("Ada");
        assertThat(row.text(Field.PC_NAME)).hasSize(bytes - body.length() + 2);
    }

    @Test
    void aPageThatBreaksOffIsNoPage() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(
                        "{\"next_page_token\":\"abc\",\"participants\":[".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection was closed");
                    }
                });

        assertThatThrownBy(() -> ParticipantsPageReader.read(broken, token -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Connection was closed");
    }

    @Test
    void readsTheDocumentedSample() throws IOException {
        byte[] sample =
                getClass().getResourceAsStream("/zoom/participants-sample.json").readAllBytes();

        ParticipantsPage page = ParticipantsPageReader.read(sample);

        assertThat(page.totalRecords()).isEqualTo(2);
        assertThat(page.nextPageToken()).isEmpty();
        assertThat(page.participants()).hasSize(2);
        Row dojo = page.participants().get(0);
        assertThat(dojo.text(Field.USER_NAME)).isEqualTo("dojo");
        assertThat(dojo.text(Field.MAC_ADDR)).isEqualTo(" 00:0a:95:9d:68:16");
        assertThat(dojo.text(Field.SHARE_DESKTOP)).isEqualTo("true");
        assertThat(dojo.text(Field.EMAIL)).isNull();
        assertThat(dojo.undocumented()).isEmpty();
        JsonNode participants = JSON.readTree(sample).get("participants");
        assertThat(JSON.readTree(page.participants().stream()
                        .map(ParticipantsPageReaderTest::json)
                        .toList()
                        .toString()))
                .isEqualTo(participants);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ }",
                "null",
                "\"text\"",
                "42",
                "-1.10",
                "true",
                "[]",
                "[1,{\"a\":[]}]",
                "{\"a\":1.10,\"b\":1e5,\"c\":-0.0,\"d\":1E+2,\"e\":123456789012345678901234567890}",
                "{\"a\":null,\"b\":{\"c\":[{\"d\":null}]},\"c\":[[],{}]}",
                "{\"user_name\":{\"not\":\"a string\"},\"audio_call\":\"not an array\",\"join_time\":0}",
                "{\"user_name\":\"a\",\"user_name\":\"b\"}",
                "{\"user_name\":\"\\u00e9\\/\\\"\\\\\\b\\f\\n\\r\\t\\ud83c\\udf93\"}",
                "{\"user_name\":\"\\ud800\",\"x\":\"\\ud83c \\udf93\"}",
                "{\"user_name\":\"🎓 שלום é ÿ \u2028\"}",
                "{\"\":\"\",\" \":\" \"}",
                "{\n  \"user_name\" :\r\n\t\"a\"\n}"
            })
    void keepsEveryByte(String participant) {
        String pretty =
                "{\r\n \"participants\" : [ " + participant + " ,\n\t" + participant + "\n ] , \"total_records\":2 }\n";

        assertThat(Pages.rows(participant, "{}", participant))
                .extracting(ParticipantsPageReaderTest::json)
                .containsExactly(participant, "{}", participant);
        assertThat(Pages.read(pretty).participants())
                .extracting(ParticipantsPageReaderTest::json)
                .containsExactly(participant, participant);
        assertThat(Pages.read("\uFEFF" + pretty).participants())
                .extracting(ParticipantsPageReaderTest::json)
                .containsExactly(participant, participant);
    }

    @Test
    void givesTheTextOfEveryField() {
        Row row = Pages.rows(
                        """
                {"user_name":"a\\"\\n🎓","email":null,"in_room_participants":1.10,"recording":false,"id":"",
                "internal_ip_addresses":["10.0.0.1", "é"],"audio_call":[{"call_number":"+1"}],
                "zzz":1e5,"aaa":{"b": [1]},"nothing":null,"unknown":"x"}""")
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo("a\"\n🎓");
        assertThat(row.text(Field.EMAIL)).isNull();
        assertThat(row.text(Field.PC_NAME)).isNull();
        assertThat(row.text(Field.ID)).isEmpty();
        assertThat(row.text(Field.IN_ROOM_PARTICIPANTS)).isEqualTo("1.10");
        assertThat(row.text(Field.RECORDING)).isEqualTo("false");
        assertThat(row.text(Field.INTERNAL_IP_ADDRESSES)).isEqualTo("[\"10.0.0.1\", \"é\"]");
        assertThat(row.text(Field.AUDIO_CALL)).isEqualTo("[{\"call_number\":\"+1\"}]");
        assertThat(row.undocumented())
                .containsExactly(
                        entry("aaa", "{\"b\": [1]}"),
                        entry("nothing", null),
                        entry("unknown", "x"),
                        entry("zzz", "1e5"));
    }

    @Test
    void readsLongNames() {
        String name = "é🎓x".repeat(10_000);
        Row row = Pages.rows("{\"user_name\":\"" + name + "\",\"" + "n".repeat(10_000) + "\":1}")
                .get(0);

        assertThat(row.text(Field.USER_NAME)).isEqualTo(name);
        assertThat(row.undocumented()).containsKey("n".repeat(10_000));
    }

    @Test
    void doesNotMindWhatItDoesNotKnowAroundTheParticipants() {
        ParticipantsPage page = Pages.read(
                """
                {"from":{"participants":[{}],"total_records":9},"next_page_token":"abc","new":[{"x":[]}],
                "total_records":3,"participants":[{}],"last":null}""");

        assertThat(page.totalRecords()).isEqualTo(3);
        assertThat(page.nextPageToken()).isEqualTo("abc");
        assertThat(page.participants()).hasSize(1);
    }

    @Test
    void takesANullTokenForTheLastPage() {
        assertThat(Pages.read("{\"total_records\":0,\"next_page_token\":null,\"participants\":[]}")
                        .nextPageToken())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "42",
                "\"page\"",
                "{}",
                "{\"participants\":[]}",
                "{\"total_records\":0}",
                "{\"total_records\":0,\"participants\":null}",
                "{\"total_records\":0,\"participants\":{}}",
                "{\"total_records\":0,\"participants\":{\"participants\":[]}}",
                "{\"total_records\":0,\"participants\":\"none\"}",
                "{\"total_records\":null,\"participants\":[]}",
                "{\"total_records\":\"many\",\"participants\":[]}",
                "{\"total_records\":{\"total_records\":0},\"participants\":[]}",
                "{\"total_records\":[0],\"participants\":[]}",
                "{\"total_records\":0,\"next_page_token\":{\"a\":1},\"participants\":[]}",
                "{\"total_records\":0,\"participants\":[]",
                "{\"total_records\":0,\"participants\":[}",
                "{\"total_records\":0,\"participants\":[{]}",
                "{\"total_records\":0,\"participants\":[NaN]}",
                "<!DOCTYPE html><html></html>",
                "Service Unavailable"
            })
    void refusesWhatIsNoWholePage(String body) {
        assertThatThrownBy(() -> Pages.read(body)).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void refusesAPageCutOffAnywhere() {
        String page = Rows.page(3, "token", Rows.of(3));
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ParticipantsPageReader.read(part))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageNotContaining("Participant");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-8859-1"})
    void refusesWhatIsNotUtf8(String charset) {
        byte[] body = "{\"total_records\":1,\"participants\":[{\"user_name\":\"é\",\"x\":[1]}]}"
                .getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> ParticipantsPageReader.read(body)).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void saysWhoseAnswerItIsWithoutQuotingParticipants() {
        assertThatThrownBy(() -> Pages.read("<html>\n<title>Proxy</title>"))
                .hasMessage("a page that begins with: <html> <title>Proxy</title>");
        assertThatThrownBy(() -> Pages.read("")).hasMessage("an empty body");
        assertThatThrownBy(() -> Pages.read("{\"participants\":[{\"user_name\":\"Zoë\""))
                .hasMessageNotContaining("Zoë")
                .hasNoCause();
    }

    @RepeatedTest(300)
    void readsTheRowsThatJacksonReads(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        ArrayNode participants = JSON.createArrayNode();
        for (int i = random.nextInt(12); i > 0; i--) {
            participants.add(value(random, 0));
        }
        ObjectNode page = JSON.createObjectNode();
        boolean totalFirst = random.nextBoolean();
        if (totalFirst) {
            page.put("total_records", participants.size());
        }
        page.set("participants", participants);
        if (!totalFirst) {
            page.put("total_records", participants.size());
        }
        String json = random.nextBoolean() ? page.toString() : page.toPrettyString();

        ParticipantsPage read = Pages.read(json);

        assertThat(JSON.readTree(read.participants().stream()
                        .map(ParticipantsPageReaderTest::json)
                        .toList()
                        .toString()))
                .isEqualTo(JSON.readTree(json).get("participants"));
        for (int i = 0; i < participants.size(); i++) {
            assertTexts(read.participants().get(i), participants.get(i));
        }
    }

    private static void assertTexts(Row row, JsonNode participant) {
        participant.fields().forEachRemaining(field -> {
            Field documented = Field.named(field.getKey());
            String text = documented != null
                    ? row.text(documented)
                    : row.undocumented().get(field.getKey());
            if (field.getValue().isNull()) {
                assertThat(text).isNull();
            } else if (field.getValue().isTextual()) {
                assertThat(text).isEqualTo(field.getValue().textValue());
            } else {
                assertThat(text)
                        .satisfies(json -> assertThat(JSON.readTree(json)).isEqualTo(field.getValue()));
            }
        });
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(new BigDecimal(random.nextLong() + ".10"));
            case 3 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 4 -> JSON.getNodeFactory().textNode(text(random));
            case 5 -> {
                ArrayNode array = JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int i = random.nextInt(8); i > 0; i--) {
                    String name = random.nextBoolean()
                            ? Field.values()[random.nextInt(Field.values().length)].fieldName()
                            : text(random);
                    object.set(name, value(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        List<String> parts =
                List.of("a", "é", "🎓", "\"", "\\", "\n", "\u0000", ",", "]", "}", "שלום", "\u2028", "\u007f");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private static String json(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            row.writeJson(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

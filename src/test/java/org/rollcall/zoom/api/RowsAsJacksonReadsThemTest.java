package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

class RowsAsJacksonReadsThemTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

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

        String rows = read.participants().stream().map(Pages::json).toList().toString();
        assertThat(JSON.readTree(rows)).isEqualTo(JSON.readTree(json).get("participants"));
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
}

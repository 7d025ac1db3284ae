package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

class RowsAreKeptTest {
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
                .extracting(Pages::json)
                .containsExactly(participant, "{}", participant);
        assertThat(Pages.read(pretty).participants()).extracting(Pages::json).containsExactly(participant, participant);
        assertThat(Pages.read("\uFEFF" + pretty).participants())
                .extracting(Pages::json)
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
}

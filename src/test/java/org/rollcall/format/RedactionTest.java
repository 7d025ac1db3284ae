package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.Pages;

class RedactionTest {
    private final Redaction redaction = new Redaction(Set.of("email", "secret", "audio_call"));

    @Test
    void leavesFieldsOutWhateverTheyHold() throws IOException {
        assertThat(redact(
                        "{\"id\":\"a\",\"email\":\"x\",\"secret\":{\"a\":[1,{\"b\":2}]},\"audio_call\":[{}],\"z\":0}"))
                .isEqualTo("{\"id\":\"a\",\"z\":0}");
        assertThat(redact("{\"email\":null}")).isEqualTo("{}");
        assertThat(redact("{\"email\":\"x\",\"email\":\"y\"}")).isEqualTo("{}");
    }

    @Test
    void leavesFieldsOfTheSameNameThatAreNotTheParticipants() throws IOException {
        assertThat(redact("{\"host\":{\"email\":\"kept\"},\"list\":[{\"secret\":1}],\"email\":\"x\"}"))
                .isEqualTo("{\"host\":{\"email\":\"kept\"},\"list\":[{\"secret\":1}]}");
    }

    @Test
    void changesNothingElse() throws IOException {
        assertThat(
                        redact(
                                "{\"a\":1.10,\"b\":1e5,\"c\":-0.0,\"d\":123456789012345678901234567890,\"e\":[null,true,\"x\"]}"))
                .isEqualTo(
                        "{\"a\":1.10,\"b\":1e5,\"c\":-0.0,\"d\":123456789012345678901234567890,\"e\":[null,true,\"x\"]}");
        assertThat(Pages.rows(redact("{\"user_name\":\"\\ud800 🎓 \\u0000\\\"\",\"🎓\":1}"))
                        .get(0))
                .satisfies(row -> assertThat(row.text(Field.USER_NAME)).isEqualTo("\ud800 🎓 \u0000\""))
                .satisfies(row -> assertThat(row.undocumented()).containsOnlyKeys("🎓"));
    }

    @Test
    void leavesParticipantsThatAreNoObjects() throws IOException {
        for (String participant : List.of("null", "\"email\"", "1.10", "[\"email\",{\"email\":1}]", "true", "{}")) {
            assertThat(redact(participant)).isEqualTo(participant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_name", "name"})
    void ofANameTakesWhatRepeatsIt(String field) throws IOException {
        String row = "{\"id\":\"a\",\"user_name\":\"Anna Example\",\"name\":\"Anna Example\",\"pc_name\":\"Annas-PC\","
                + "\"device_name\":\"Anna's phone\",\"leave_reason\":\"Anna Example left the meeting.\","
                + "\"sip_uri\":\"anna@a.example\",\"from_sip_uri\":\"anna@a.example\",\"device\":\"Windows\"}";
        Redaction redaction = new Redaction(Set.of(field));
        for (ReportFormat format : List.of(new JsonFormat(), new NdjsonFormat(), new CsvFormat())) {
            assertThat(WrittenReport.ofPast().without(redaction).text(format, row))
                    .contains("Windows")
                    .doesNotContainIgnoringCase("anna")
                    .doesNotContain("leave_reason", "pc_name", "device_name", "sip_uri");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "user_email"})
    void ofAnAddressTakesWhatRepeatsIt(String field) {
        String row = "{\"user_name\":\"Anna\",\"email\":\"anna@a.example\",\"user_email\":\"anna@a.example\","
                + "\"sip_uri\":\"anna@a.example\",\"from_sip_uri\":\"anna@a.example\",\"pc_name\":\"Annas-PC\"}";
        assertThat(WrittenReport.ofPast().without(new Redaction(Set.of(field))).text(new JsonFormat(), row))
                .contains("Anna", "Annas-PC")
                .doesNotContain("a.example");
    }

    @Test
    void ofWhatRepeatsANameTakesNoMore() throws IOException {
        assertThat(Pages.rows("{\"user_name\":\"Anna\",\"pc_name\":\"Annas-PC\"}"))
                .extracting(row -> new Redaction(Set.of("pc_name"))
                        .apply(List.of(row))
                        .get(0)
                        .text(Field.USER_NAME))
                .containsExactly("Anna");
    }

    @Test
    void takesTheTextsAway() {
        Row row = redaction
                .apply(Pages.rows("{\"id\":\"a\",\"email\":\"x\",\"secret\":1,\"open\":2}"))
                .get(0);

        assertThat(row.text(Field.ID)).isEqualTo("a");
        assertThat(row.text(Field.EMAIL)).isNull();
        assertThat(row.undocumented()).containsOnlyKeys("open");
        assertThat(redaction.hides(Field.EMAIL)).isTrue();
        assertThat(redaction.hides(Field.ID)).isFalse();
    }

    @Test
    void takesNothingAwayWhenNothingIsNamed() {
        List<Row> rows = Pages.rows("{\"email\":\"x\"}");

        assertThat(Redaction.NONE.apply(rows)).isSameAs(rows);
    }

    private String redact(String participant) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        redaction.apply(Pages.rows(participant)).get(0).writeJson(json);
        return json.toString(StandardCharsets.UTF_8);
    }
}

package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.api.Pages;

class NdjsonFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MEETING =
            "\"meeting_id\":\"93201235621\",\"meeting_uuid\":\"/ajXp112QmuoKj4854875==\",\"topic\":\"Weekly réunion — 🎓\","
                    + "\"meeting_start\":\"2026-11-22T09:00:00Z\"}";

    private final NdjsonFormat format = new NdjsonFormat();

    @Test
    void isOneParticipantALine() throws IOException {
        String text = Documents.write(
                format, Redaction.NONE, Pages.rows("{\"a\":1.10}", "null"), Pages.rows("{\"b\":\"\\n🎓\"}"));

        assertThat(text).isEqualTo("{\"a\":1.10," + MEETING + "\nnull\n{\"b\":\"\\n🎓\"," + MEETING + "\n");
    }

    @Test
    void staysOneLineWhereZoomSendsSeveral() throws IOException {
        String pretty = "{\r\n  \"a\" : 1,\n\n\"b\":[\r1]\n}";

        String text = Documents.write(format, Redaction.NONE, Pages.rows(pretty, pretty));

        String expected = pretty.substring(0, pretty.length() - 1) + "," + MEETING;
        assertThat(text.lines()).hasSize(2).allSatisfy(line -> assertThat(JSON.readTree(line))
                .isEqualTo(JSON.readTree(expected)));
        assertThat(text).doesNotContain("\r");
    }

    @Test
    void aFieldThatZoomSentStays() throws IOException {
        String topic = "{\"topic\":null,\"meeting_id\":7}";
        String all = "{\"meeting_start\":1,\"topic\":2,\"meeting_uuid\":3,\"meeting_id\":4 }";
        String text = Documents.write(format, Redaction.NONE, Pages.rows(topic, all, "{ }", "\"}\"", "[{}]"));
        assertThat(text)
                .isEqualTo(
                        """
                        {"topic":null,"meeting_id":7,"meeting_uuid":"/ajXp112QmuoKj4854875==",\
                        "meeting_start":"2026-11-22T09:00:00Z"}
                        %s
                        { %s
                        "}"
                        [{}]
                        """
                                .formatted(all, MEETING));
    }

    @Test
    void whatIsUnknownOfTheMeetingIsNull() {
        String text = WrittenReport.of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1"))
                .text(format, "{}");
        assertThat(text)
                .isEqualTo("{\"meeting_id\":\"1\",\"meeting_uuid\":null,\"topic\":null,\"meeting_start\":null}\n");
    }

    @Test
    void canBeEmpty() throws IOException {
        assertThat(Documents.write(format, Redaction.NONE, Pages.rows())).isEmpty();
    }

    @Test
    void leavesRedactedFieldsOut() throws IOException {
        Redaction redaction = new Redaction(java.util.Set.of("email"));

        assertThat(Documents.write(format, redaction, Pages.rows("{\n\"email\":\"x\",\n\"a\":1.10}")))
                .isEqualTo("{\"a\":1.10," + MEETING + "\n");
    }

    @Test
    void isNdjson() {
        assertThat(format.name()).isEqualTo("ndjson");
        assertThat(format.extension()).isEqualTo("ndjson");
        assertThat(format.contentType()).isEqualTo("application/x-ndjson");
    }
}

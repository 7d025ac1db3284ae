package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rollcall.zoom.Pages;

class NdjsonFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NdjsonFormat format = new NdjsonFormat();

    @Test
    void isOneParticipantALine() throws IOException {
        String text = Documents.write(
                format, Redaction.NONE, Pages.rows("{\"a\":1.10}", "null"), Pages.rows("{\"b\":\"\\n🎓\"}"));

        assertThat(text).isEqualTo("{\"a\":1.10}\nnull\n{\"b\":\"\\n🎓\"}\n");
    }

    @Test
    void staysOneLineWhereZoomSendsSeveral() throws IOException {
        String pretty = "{\r\n  \"a\" : 1,\n\n\"b\":[\r1]\n}";

        String text = Documents.write(format, Redaction.NONE, Pages.rows(pretty, pretty));

        assertThat(text.lines()).hasSize(2).allSatisfy(line -> assertThat(JSON.readTree(line))
                .isEqualTo(JSON.readTree(pretty)));
        assertThat(text).doesNotContain("\r");
    }

    @Test
    void canBeEmpty() throws IOException {
        assertThat(Documents.write(format, Redaction.NONE, Pages.rows())).isEmpty();
    }

    @Test
    void leavesRedactedFieldsOut() throws IOException {
        Redaction redaction = new Redaction(java.util.Set.of("email"));

        assertThat(Documents.write(format, redaction, Pages.rows("{\n\"email\":\"x\",\n\"a\":1.10}")))
                .isEqualTo("{\"a\":1.10}\n");
    }

    @Test
    void isNdjson() {
        assertThat(format.name()).isEqualTo("ndjson");
        assertThat(format.extension()).isEqualTo("ndjson");
        assertThat(format.contentType()).isEqualTo("application/x-ndjson");
    }
}

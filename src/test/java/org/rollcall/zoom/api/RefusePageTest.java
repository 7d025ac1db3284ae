package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;

class RefusePageTest {
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
                "{\"total_records\":0}",
                "{\"total_records\":0,\"participants\":null}",
                "{\"total_records\":0,\"participants\":{}}",
                "{\"total_records\":0,\"participants\":{\"participants\":[]}}",
                "{\"total_records\":0,\"participants\":\"none\"}",
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
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ParticipantsPageReader.read(part))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageNotContaining("Participant");
        }
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

        assertThatThrownBy(() -> ParticipantsPageReader.read(broken, token -> {}, Spelling.AS_SENT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Connection was closed");
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
                .hasMessage("a page of HTML that begins with: Proxy");
        assertThatThrownBy(() -> Pages.read("")).hasMessage("an empty body");
        assertThatThrownBy(() -> Pages.read("{\"participants\":[{\"user_name\":\"Zoë\""))
                .hasMessageNotContaining("Zoë")
                .hasNoCause();
    }
}

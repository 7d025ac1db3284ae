package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;

/** The next page is asked for while the rest of this one is still coming. */
class NextPageTokenTest {
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

        ParticipantsPage page = ParticipantsPageReader.read(slow, told::add, Spelling.AS_SENT);

        assertThat(told).containsExactly("next");
        assertThat(page.participants()).hasSize(900);
        assertThat(page.nextPageToken()).isEqualTo("next");
    }

    @Test
    void takesANullTokenForTheLastPage() {
        assertThat(Pages.read("{\"total_records\":0,\"next_page_token\":null,\"participants\":[]}")
                        .nextPageToken())
                .isEmpty();
    }
}

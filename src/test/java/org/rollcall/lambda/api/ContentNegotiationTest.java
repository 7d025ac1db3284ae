package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.unzip;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.api.Rows;

/** The format and the encoding that a client asks for. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ContentNegotiationTest extends ApiTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                                         | text/csv; charset=utf-8",
                "application/x-ndjson                             | application/x-ndjson",
                "application/json;q=0.1, text/csv                 | text/csv; charset=utf-8",
                "text/csv;q=0.2, application/x-ndjson;q=0.3, */*;q=0.1 | application/x-ndjson",
                "*/*                                              | application/json",
                "image/png                                        | application/json",
                "text/csv;q=0, application/*                      | application/json",
                "not a media type                                 | application/json",
                "text/csv;q=high                                  | application/json"
            })
    void letsTheAcceptHeaderDecide(String accept, String contentType) {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        assertThat(header(ask(HttpEvents.get(PATH, "Accept", accept)), "content-type"))
                .isEqualTo(contentType);
    }

    @Test
    void takesTheFormatParameterBeforeTheAcceptHeader() {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        JsonNode answer = ask(HttpEvents.get(PATH + "?format=ndjson", "accept", "text/csv"));

        assertThat(header(answer, "content-type")).isEqualTo("application/x-ndjson");
        assertThat(answer.path("body").asText().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5", "br, *"})
    void compressesForWhoTakesIt(String encodings) {
        zoom.meeting(ID, "past", 300, Rows.of(10));

        JsonNode answer = ask(HttpEvents.get(PATH + "?format=csv", "Accept-Encoding", encodings));

        assertThat(header(answer, "content-encoding")).isEqualTo("gzip");
        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(unzip(answer).lines()).hasSize(11);
    }

    @Test
    void knowsGzipWhateverLanguageItRunsIn() {
        zoom.meeting(ID, "past", 300, Rows.of(10));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(header(ask(HttpEvents.get(PATH, "accept-encoding", "GZIP")), "content-encoding"))
                    .isEqualTo("gzip");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip;q=0.000"})
    void doesNotCompressForWhoDoesNot(String encodings) {
        zoom.meeting(ID, "past", 300, Rows.of(10));

        JsonNode answer = ask(HttpEvents.get(PATH, "accept-encoding", encodings));

        assertThat(answer.path("headers").has("content-encoding")).isFalse();
        assertThat(json(answer).path("participants")).hasSize(10);
    }
}

package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.rollcall.lambda.LambdaService;

/** What the handler answers, and what is in it. */
final class ApiAnswers {
    /** Rows that no answer of Lambda's can carry. */
    static final List<String> LARGE = Stream.of("x", "y")
            .map(letter -> "{\"user_name\":\"" + letter.repeat(3_200_000)
                    + "\",\"join_time\":\"2026-11-22T09:00:00Z\",\"leave_time\":\"2026-11-22T10:00:00Z\"}")
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiAnswers() {}

    /** The answer to an event. */
    static JsonNode ask(String event) {
        return parse(LambdaService.invoke(event).statusCode(200).extract().asString());
    }

    /** The same where so many milliseconds remain. */
    static JsonNode askInTime(ApiHandler handler, String event, int remainingMillis) throws IOException {
        return parse(LambdaService.invoke(handler, event, remainingMillis));
    }

    static String header(JsonNode answer, String name) {
        return answer.path("headers").path(name).asText();
    }

    /** The answer's body. */
    static JsonNode json(JsonNode answer) {
        return parse(answer.path("body").asText());
    }

    /** The answer's body, which is compressed. */
    static String unzip(JsonNode answer) {
        byte[] zipped = Base64.getDecoder().decode(answer.path("body").asText());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a problem of that status says. */
    static String problem(JsonNode answer, int status) {
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("title").asText()).isNotEmpty();
        return json(answer).path("detail").asText();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

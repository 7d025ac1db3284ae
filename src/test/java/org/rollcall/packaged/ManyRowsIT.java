package org.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;
import org.rollcall.report.row.Field;

/** A meeting whose rows do not fit into the function's heap all at once. */
class ManyRowsIT {
    private static final int ROWS = 50_000;
    private static final int PAGE_SIZE = 300;
    private static final int PAGES = 167;
    private static final String ROW = Arrays.stream(Field.values())
            .map(field -> "\"" + field.fieldName() + "\":\"value of #\"")
            .collect(Collectors.joining(",", "{", "}"));

    @TempDir
    Path reports;

    private HttpServer zoom;

    @BeforeEach
    void startZoom() throws IOException {
        zoom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zoom.createContext("/oauth/token", call -> answer(call, "{\"access_token\":\"t\",\"expires_in\":3599}"));
        zoom.createContext("/v2/meetings/1/registrants", call -> answer(call, "{\"registrants\":[]}"));
        zoom.createContext("/v2/metrics/meetings/1", call -> answer(call, "{\"id\":1,\"uuid\":\"u\"}"));
        zoom.createContext("/v2/metrics/meetings/1/participants", call -> answer(call, page(call)));
        zoom.start();
    }

    @AfterEach
    void stopZoom() {
        zoom.stop(0);
    }

    @Test
    void fitIntoASmallHeapPageByPage() throws IOException {
        String url = "http://localhost:" + zoom.getAddress().getPort();
        Map<String, String> environment = Map.of(
                "QUARKUS_LAMBDA_HANDLER", "report",
                "ZOOM_ACCOUNT_ID", "account",
                "ZOOM_CLIENT_ID", "client",
                "ZOOM_CLIENT_SECRET", "secret",
                "ZOOM_API_URL", url + "/v2",
                "ZOOM_OAUTH_URL", url + "/oauth",
                "REPORT_DESTINATION", reports.toUri().toString(),
                "REPORT_FORMATS", "json,csv");
        try (PackagedFunction function = PackagedFunction.start(environment, List.of("-Xmx96m"))) {
            Answer answer = function.invoke(
                    "{\"meeting_id\":1,\"type\":\"past\"}".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(4));

            assertThat(answer.failed()).as(answer.text()).isFalse();
            JsonNode receipt = new ObjectMapper().readTree(answer.body());
            assertThat(receipt.path("total_records").asInt()).isEqualTo(ROWS);
            // A token, the details, the registrants that the rows' IDs make it ask for, and the pages.
            assertThat(receipt.path("zoom_calls").asInt()).isEqualTo(PAGES + 3);
            assertJson(Path.of(URI.create(receipt.at("/documents/0/location").asText())));
            assertCsv(Path.of(URI.create(receipt.at("/documents/1/location").asText())));
        }
    }

    private static void assertJson(Path file) throws IOException {
        int rows = 0;
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("user_name")) {
                    assertThat(json.nextTextValue()).isEqualTo("value of " + rows++);
                }
            }
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    private static void assertCsv(Path file) throws IOException {
        int rows = 0;
        try (BufferedReader csv = Files.newBufferedReader(file)) {
            csv.readLine();
            for (String line = csv.readLine(); line != null; line = csv.readLine()) {
                assertThat(line).startsWith("value of " + rows + ",").endsWith(",value of " + rows);
                rows++;
            }
        }
        assertThat(rows).isEqualTo(ROWS);
    }

    private static String page(HttpExchange call) {
        String query = call.getRequestURI().getQuery();
        int number = query.contains("next_page_token=")
                ? Integer.parseInt(query.replaceAll(".*next_page_token=page-(\\d+).*", "$1"))
                : 1;
        StringBuilder json = new StringBuilder("{\"participants\":[");
        for (int row = (number - 1) * PAGE_SIZE; row < Math.min(ROWS, number * PAGE_SIZE); row++) {
            json.append(row % PAGE_SIZE == 0 ? "" : ",").append(ROW.replace("#", String.valueOf(row)));
        }
        String next = number < PAGES ? "page-" + (number + 1) : "";
        return json.append("],\"total_records\":" + ROWS + ",\"next_page_token\":\"" + next + "\"}")
                .toString();
    }

    private static void answer(HttpExchange call, String json) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }
}

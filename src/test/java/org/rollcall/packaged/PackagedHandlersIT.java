package org.rollcall.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.demo.StandInZoom;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;

/** The zip that is deployed, JVM or native, through its handlers, each started cold. */
class PackagedHandlersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 637;

    private static StandInZoom zoom;

    @TempDir
    Path reports;

    @BeforeAll
    static void startZoom() {
        zoom = new StandInZoom();
    }

    @AfterAll
    static void stopZoom() {
        zoom.close();
    }

    @Test
    void storesAReportAndAnswersWithAReceipt() throws IOException {
        try (PackagedFunction function = start("report", Map.of())) {
            JsonNode receipt = json(function.invoke("{\"meeting_id\":\"" + SampleMeeting.UUID + "\"}"));
            assertEquals(SampleMeeting.ID, receipt.at("/meeting/id").asText());
            assertEquals("past", receipt.path("type").asText());
            assertEquals(ROWS, receipt.path("total_records").asInt());
            assertEquals(5, receipt.path("zoom_calls").asInt());
            assertTrue(receipt.path("complete").asBoolean());
            Set<String> formats = new HashSet<>();
            for (JsonNode document : receipt.path("documents")) {
                formats.add(document.path("format").asText());
                Path file = Path.of(URI.create(document.path("location").asText()));
                assertTrue(file.startsWith(reports));
                assertEquals(document.path("bytes").asLong(), Files.size(file));
            }
            assertEquals(Set.of("json", "csv", "attendance", "html", "xlsx"), formats);
            assertFalse(function.log().contains("Amina"), "a participant's name is in the log");
        }
    }

    @Test
    void keepsItsTokenForTheNextEvent() throws IOException {
        try (PackagedFunction function = start("report", Map.of())) {
            String event = "{\"meetingId\":" + SampleMeeting.ID + ",\"deliver\":\"return\"}";
            JsonNode report = json(function.invoke(event));
            assertEquals(ROWS, report.path("participants").size());
            assertEquals("", report.path("next_page_token").asText("-"));
            json(function.invoke(event));
            JsonNode receipt = json(function.invoke("{\"meeting_id\":" + SampleMeeting.ID + "}"));
            assertEquals(4, receipt.path("zoom_calls").asInt(), "token asked for again");
        }
    }

    @Test
    void refusesABadEventByAnErrorThatNamesTheField() throws IOException {
        try (PackagedFunction function = start("report", Map.of())) {
            Answer answer = function.invoke("{\"meeting_id\":[]}");
            assertEquals("InvalidRequestException", answer.errorType());
            assertTrue(answer.errorMessage().contains("meeting_id"), answer.errorMessage());
        }
    }

    @Test
    void namesTheSettingThatIsMissing() throws IOException {
        try (PackagedFunction function = start("report", Map.of("ZOOM_CLIENT_SECRET", ""))) {
            Answer answer = function.invoke("{\"meeting_id\":1}");
            assertEquals("InvalidSettingException", answer.errorType());
            assertTrue(answer.errorMessage().startsWith("ZOOM_CLIENT_SECRET "), answer.errorMessage());
        }
    }

    @Test
    void namesTheSettingThatIsMalformed() throws IOException {
        try (PackagedFunction function = start("report", Map.of("REPORT_DESTINATION", "reports"))) {
            Answer answer = function.invoke("{\"meeting_id\":1}");
            assertEquals("InvalidSettingException", answer.errorType());
            assertTrue(answer.errorMessage().startsWith("REPORT_DESTINATION "), answer.errorMessage());
        }
    }

    @Test
    void answersApiGateway() throws IOException {
        try (PackagedFunction function = start("api", Map.of())) {
            JsonNode plain = json(function.invoke(HttpEvents.get("/meetings/" + SampleMeeting.ID + "/participants")));
            assertEquals(200, plain.path("statusCode").asInt());
            assertEquals(
                    ROWS,
                    JSON.readTree(plain.path("body").asText())
                            .path("participants")
                            .size());

            JsonNode zipped = json(function.invoke(HttpEvents.get(
                    "/meetings/" + SampleMeeting.ID + "/participants",
                    "accept",
                    "text/csv",
                    "accept-encoding",
                    "gzip")));
            assertEquals("gzip", zipped.at("/headers/content-encoding").asText());
            String csv = new String(
                    new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder()
                                    .decode(zipped.path("body").asText())))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertEquals(ROWS + 1, csv.lines().count());

            JsonNode notFound =
                    json(function.invoke(HttpEvents.get("/v2/metrics/meetings/" + SampleMeeting.ID + "/participants")));
            assertEquals(404, notFound.path("statusCode").asInt(), "the sample meeting is not live");
            assertEquals(
                    "application/problem+json",
                    notFound.at("/headers/content-type").asText());
        }
    }

    private PackagedFunction start(String handler, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_LAMBDA_HANDLER", handler);
        environment.put("ZOOM_ACCOUNT_ID", "account");
        environment.put("ZOOM_CLIENT_ID", "client");
        environment.put("ZOOM_CLIENT_SECRET", "secret");
        environment.put("ZOOM_API_URL", zoom.apiUrl());
        environment.put("ZOOM_OAUTH_URL", zoom.oauthUrl());
        environment.put("REPORT_DESTINATION", reports.toUri().toString());
        environment.putAll(settings);
        return PackagedFunction.start(environment);
    }

    private static JsonNode json(Answer answer) throws IOException {
        assertFalse(answer.failed(), answer.errorType() + ": " + answer.errorMessage());
        return JSON.readTree(answer.body());
    }
}

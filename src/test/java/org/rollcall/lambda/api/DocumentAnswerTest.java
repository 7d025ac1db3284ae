package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.rollcall.lambda.api.ApiAnswers.LARGE;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.parse;
import static org.rollcall.lambda.api.ApiAnswers.unzip;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.lambda.http.LambdaAnswer;
import org.rollcall.zoom.api.Rows;

/** How a report reaches the client, whole or by a link. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class DocumentAnswerTest extends ApiTest {
    @Test
    void answersWithAWorkbook() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        JsonNode answer = ask(HttpEvents.get(PATH + "?format=xlsx"));

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.path("body").asText())).startsWith('P', 'K');
    }

    @Test
    void carriesCompressedWhatItCouldNotCarryOtherwise() {
        zoom.meeting(ID, "past", 300, Rows.of(9_600));

        JsonNode answer = ask(HttpEvents.get(PATH, "accept-encoding", "gzip"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(parse(unzip(answer)).path("participants")).hasSize(9_600);
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void storesWhatLambdaCannotCarryAndAnswersWithALinkToIt() throws Exception {
        // Less as a file than 6 MB, and more as a string inside JSON.
        List<String> rows = Rows.of(7_300);
        zoom.meeting(ID, "past", 300, rows);

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
        assertThat(s3.documents()).hasSize(1).allMatch(key -> key.startsWith("zoom/json/date=2026-11-22/"));
        assertThat(s3.bytes(s3.documents().get(0)).length).isLessThan(LambdaAnswer.MAX_BYTES);
        assertThat(s3.text("zoom/index/" + ID + "/dXVpZC9vZis5MzIwMTIzNTYyMT09.json"))
                .contains(
                        "\"total_records\":7300",
                        "s3://reports/" + s3.documents().get(0));
        URI link = URI.create(header(answer, "location"));
        assertThat(link.getQuery()).contains("X-Amz-Expires=900");
        HttpResponse<String> linked =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        assertThat(parse(linked.body()).path("participants")).hasSize(rows.size());
    }

    /** Neither the report that all look for nor the link of another filter leads to its people. */
    @Test
    void storesEveryFiltersAnswerApart() {
        zoom.meeting(ID, "past", 1, LARGE);

        for (String filter : List.of("minimum_minutes=10", "minimum_minutes=10.50&minimum_share=0.5")) {
            JsonNode answer = ask(HttpEvents.get(PATH + "?" + filter));
            assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
        }
        ask(HttpEvents.get(PATH + "?minimum_share=0.50&minimum_minutes=10.5"));

        String name = "/json/date=2026-11-22/" + ID + "_dXVpZC9vZis5MzIwMTIzNTYyMT09.json";
        assertThat(s3.keys())
                .containsExactlyInAnyOrder(
                        "zoom/filtered/minutes=10/share=0" + name, "zoom/filtered/minutes=10.5/share=0.5" + name);
    }

    @Test
    void linksToALiveReportApartFromTheReport() {
        zoom.meeting(ID, "live", 300, Rows.of(9_600));

        JsonNode answer = ask(HttpEvents.get(PATH + "?type=live"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
        assertThat(s3.keys()).singleElement().asString().startsWith("zoom/live/json/date=2026-11-22/");
    }

    /** Rows as Zoom sends them, or with other fields, are never the report that all look for. */
    @ParameterizedTest
    @CsvSource({
        "/v2/metrics,type=past,unchanged/source=dashboard/fields=null",
        "'',include_fields=email,minutes=0/share=0/fields=email"
    })
    void storesWhatTheRequestChoseApartFromTheReport(String base, String query, String folder) {
        zoom.meeting(ID, "past", 1, LARGE);

        assertThat(ask(HttpEvents.get(base + PATH + "?" + query))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(303);

        assertThat(s3.keys())
                .singleElement(as(STRING))
                .startsWith("zoom/filtered/" + folder + "/json/date=2026-11-22/" + ID);
    }

    @ParameterizedTest
    @CsvSource({
        "minimum_minutes=59.95,4",
        "minimum_minutes=60,1",
        "minimum_share=0.5,60",
        "minimum_share=0.98039215,2",
        "minimum_share=1,0"
    })
    void leavesThoseOutWhoWereThereForTooShort(String filter, int people) {
        // The row of number n joins n seconds after nine, of which one does not count, and all leave at ten; the
        // meeting
        // ends a minute later.
        zoom.meeting(ID, "past", 300, Rows.of(60));

        JsonNode csv = ask(HttpEvents.get("/meetings/" + ID + "/attendance?" + filter));
        assertThat(csv.path("body").asText().lines()).hasSize(people + 1);
        JsonNode json = ask(HttpEvents.get(PATH + "?" + filter));
        assertThat(json(json).path("attendance")).hasSize(people);
        assertThat(json(json).path("participants")).hasSize(60);
    }

    @Test
    void countsALinkedReportAsStored() {
        zoom.meeting(ID, "past", 1, LARGE);

        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(ask(HttpEvents.get(PATH)).path("statusCode").asInt()).isEqualTo(303);

            assertThat(out.lines())
                    .filteredOn(line -> line.contains("_aws"))
                    .singleElement(as(STRING))
                    .contains("\"FunctionName\":\"rollcall-api\"", "\"ReportsStored\":1", "\"Rows\":2");
        }
    }

    @Test
    void countsAnAnsweredReportByItsCallsAlone() {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(ask(HttpEvents.get(PATH)).path("statusCode").asInt()).isEqualTo(200);

            assertThat(out.lines())
                    .filteredOn(line -> line.contains("_aws"))
                    .singleElement(as(STRING))
                    .contains("\"ZoomCalls\":4")
                    .doesNotContain("ReportsStored");
        }
    }
}

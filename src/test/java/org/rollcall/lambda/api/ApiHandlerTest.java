package org.rollcall.lambda.api;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.rollcall.lambda.api.ApiAnswers.LARGE;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.askInTime;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.parse;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.HttpEvents;
import org.rollcall.lambda.LambdaAnswer;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.zoom.Rows;
import org.rollcall.zoom.ZoomStandIn;

@QuarkusTest
@TestProfile(ApiDoor.class)
@WithTestResource(SqsStandIn.class)
class ApiHandlerTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String PATH = "/meetings/" + ID + "/participants";

    SqsStandIn sqs;

    @Inject
    ApiHandler door;

    @BeforeEach
    void begin() {
        sqs.empty();
    }

    @Test
    void answersWithEveryParticipantOfEveryPage() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo("application/json");
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(json(answer).path("participants")).hasSize(637);
        assertThat(json(answer).path("complete").asBoolean()).isTrue();
        assertThat(s3.keys()).isEmpty();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meetings/%2FajXp112QmuoKj4854875%3D%3D/participants",
                "/meetings/%252FajXp112QmuoKj4854875%253D%253D/participants",
                "/meetings//ajXp112QmuoKj4854875==/participants",
                "/prod/meetings/%2FajXp112QmuoKj4854875==/participants",
                "/participants?meeting_id=%2FajXp112QmuoKj4854875%3D%3D"
            })
    void findsAMeetingByItsUuidHoweverTheWayEncodesIt(String target) {
        zoom.meeting(UUID, "past", 300, Rows.of(3));
        ObjectNode event = HttpEvents.request("GET", target);
        if (target.startsWith("/prod/")) {
            event.withObject("/requestContext").put("stage", "prod");
        }

        assertThat(json(ask(event.toString())).path("participants")).hasSize(3);
    }

    @Test
    void takesASpaceInAUuidForThePlusSignThatItWas() {
        zoom.meeting("abc/def+ghiJKLmnoPQRstuv==", "past", 300, Rows.of(3));

        assertThat(json(ask(HttpEvents.get("/participants?meeting_id=abc/def+ghiJKLmnoPQRstuv==")))
                        .path("participants"))
                .hasSize(3);
    }

    // The three of the project's start: the same requests, at another base URL.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/metrics/meetings/93201235621/participants?type=live&page_size=30"
                        + "&next_page_token=quis%20officia%20in%20reprehenderit&include_fields=registrant_id",
                "/metrics/meetings/93201235621/participants?type=live&page_size=30"
                        + "&next_page_token=quis+officia+in+reprehenderit&include_fields=registrant_id"
            })
    void answersProgramsWrittenForZoomWithEveryParticipantAtOnce(String target) {
        zoom.meeting(ID, "live", 300, Rows.of(301));

        JsonNode answer = ask(HttpEvents.get(target, "Authorization", "Bearer <access_token>", "accept", "*/*"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        JsonNode page = json(answer);
        assertThat(page.path("page_count").asInt()).isEqualTo(1);
        assertThat(page.path("page_size").asInt()).isEqualTo(301);
        assertThat(page.path("total_records").asInt()).isEqualTo(301);
        assertThat(page.path("next_page_token").asText("absent")).isEmpty();
        assertThat(page.path("participants")).hasSize(301);
        assertThat(page.path("complete").asBoolean(true)).isFalse();
        assertThat(zoom.requestLines().toString())
                .contains("type=live", "include_fields=registrant_id")
                .doesNotContain("quis");
    }

    @Test
    void takesLiveForWhatAProgramWrittenForZoomMeans() {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        assertThat(problem(ask(HttpEvents.get("/v2/metrics/meetings/" + ID + "/participants")), 404))
                .contains(ID);
        assertThat(json(ask(HttpEvents.get("/v2/metrics/meetings/" + ID + "/participants?type=past")))
                        .path("participants"))
                .hasSize(2);
    }

    @Test
    void passesZoomsRefusalOn() {
        zoom.always(
                ZoomStandIn.pageCall(ID, "live", 1),
                ZoomStandIn.error(400, 300, "The include_fields parameter is not supported for live meetings."));

        String detail = problem(
                ask(HttpEvents.get("/metrics/meetings/" + ID + "/participants?include_fields=registrant_id")), 400);

        assertThat(detail).contains("The include_fields parameter is not supported for live meetings.", "300");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/meetings/93201235621/participants?type=future    | type",
                "/meetings/93201235621/participants?format=pdf     | format",
                "/meetings/93201235621/participants?include_fields=a%20b | include_fields",
                "/meetings/%20/participants                        | meetingId",
                "/meetings/%zz/participants                        | meetingId",
                "/meetings/../participants                         | meetingId",
                "/participants                                     | meeting_id",
                "/participants?meeting_id=                         | meeting_id"
            })
    void refusesBadInputByTheNameOfTheParameterAndAsksZoomNothing(String target, String name) {
        assertThat(problem(ask(HttpEvents.get(target)), 400))
                .startsWith(name + " ")
                .contains("It accepts ");
        assertThat(zoom.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/meetings", "/meetings/1", "/meetings/1/participants/x", "/v2/users", "/participantsx"})
    void hasNothingAtOtherPaths(String path) {
        problem(ask(HttpEvents.get(path)), 404);
        assertThat(zoom.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "{}", "{\"rawPath\":7,\"headers\":[],\"requestContext\":null}"})
    void answersWhatIsNoHttpRequestWithAProblem(String event) {
        problem(ask(event), 404);
    }

    @Test
    void hasNothingForOtherMethods() {
        problem(ask(HttpEvents.request("POST", PATH).toString()), 404);
    }

    @Test
    void saysWhenToComeBackAfterTooManyRequests() {
        zoom.always(
                ZoomStandIn.pageCall(ID, "past", 1),
                ZoomStandIn.error(429, 429, "You have exceeded the daily rate limit.")
                        .withHeader("X-RateLimit-Type", "Daily-limit")
                        .withHeader("Retry-After", "4711"));

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(problem(answer, 429)).contains("daily limit");
        assertThat(header(answer, "retry-after")).isEqualTo("4711");
    }

    @Test
    void asksForASecondsPatienceAtLeastWhereZoomDoesNotSayHowLong() {
        zoom.always(ZoomStandIn.pageCall(ID, "past", 1), ZoomStandIn.error(429, 429, "Too many requests."));

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(problem(answer, 429)).contains("429");
        assertThat(header(answer, "retry-after")).isEqualTo("1");
    }

    /** Waited for, Zoom would leave less than storing a large report takes of the function's 29 seconds. */
    @Test
    void doesNotWaitForZoomInTheTimeThatTheAnswerTakes() throws IOException {
        zoom.always(
                ZoomStandIn.pageCall(ID, "past", 1),
                ZoomStandIn.error(429, 429, "Too many requests.").withHeader("Retry-After", "24"));

        JsonNode answer = askInTime(door, HttpEvents.get(PATH), 29_000);

        problem(answer, 429);
        assertThat(header(answer, "retry-after")).isEqualTo("24");
        assertThat(zoom.count(ZoomStandIn.pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"500,0", "400,200", "400,4711", "403,104"})
    void answersForAZoomThatFailedOrRefusesWithBadGateway(int status, int code) {
        zoom.always(ZoomStandIn.pageCall(ID, "past", 1), ZoomStandIn.error(status, code, "No."));

        problem(ask(HttpEvents.get(PATH)), 502);
    }

    @Test
    void answersForABlockedMeetingWithTheFirstWordsOfWhoBlocksIt() {
        zoom.always(get(urlPathMatching(".*/participants")), ZoomStandIn.html(403, "Request blocked"));

        assertThat(problem(ask(HttpEvents.get(PATH)), 502)).contains("Request blocked", ID);
    }

    @Test
    void storesWhatLambdaCannotCarryAndAnswersWithALinkToIt() throws Exception {
        // Less as a file than 6 MB, and more as a string inside JSON.
        List<String> rows = Rows.of(9_600);
        zoom.meeting(ID, "past", 300, rows);

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
        assertThat(s3.keys()).hasSize(1).allMatch(key -> key.startsWith("zoom/json/date=2026-11-22/"));
        assertThat(s3.bytes(s3.keys().get(0)).length).isLessThan(LambdaAnswer.MAX_BYTES);
        URI link = URI.create(header(answer, "location"));
        assertThat(link.getQuery()).contains("X-Amz-Expires=900");
        HttpResponse<String> linked =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
        assertThat(JSON.readTree(linked.body()).path("participants")).hasSize(rows.size());
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
                    .contains("\"ZoomCalls\":3")
                    .doesNotContain("ReportsStored");
        }
    }

    @Test
    void saysNoMoreOfAFailureThatIsItsOwnThanWhereToLook() {
        zoom.meeting(ID, "past", 1, LARGE);
        s3.refuse(".json");

        String detail = problem(ask(HttpEvents.get(PATH)), 500);

        assertThat(detail).contains("function's log", "request ID").doesNotContain("s3:", "reports", "403");
        assertThat(log.text()).contains("500: The report could not be stored at s3://reports/");
    }

    @Test
    void carriesCompressedWhatItCouldNotCarryOtherwise() throws IOException {
        zoom.meeting(ID, "past", 300, Rows.of(9_600));

        JsonNode answer = ask(HttpEvents.get(PATH, "accept-encoding", "gzip"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(JSON.readTree(unzip(answer)).path("participants")).hasSize(9_600);
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void answersWithAttendanceAtItsOwnRoute() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        JsonNode csv = ask(HttpEvents.get("/meetings/" + ID + "/attendance", "accept", "*/*"));
        assertThat(header(csv, "content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(csv.path("body").asText().lines())
                .hasSize(4)
                .first()
                .asString()
                .contains("first_join,last_leave");

        JsonNode page = ask(HttpEvents.get("/meetings/" + ID + "/attendance", "accept", "text/html,*/*;q=0.8"));
        assertThat(header(page, "content-type")).startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "minimum_minutes=59.95,4",
        "minimum_minutes=60,1",
        "minimum_share=0.5,60",
        "minimum_share=0.98039215,1",
        "minimum_share=1,0"
    })
    void leavesThoseOutWhoWereThereForTooShort(String filter, int people) {
        // The row of number n joins n seconds after nine, and all leave at ten; the meeting ends a minute later.
        zoom.meeting(ID, "past", 300, Rows.of(60));

        JsonNode csv = ask(HttpEvents.get("/meetings/" + ID + "/attendance?" + filter));
        assertThat(csv.path("body").asText().lines()).hasSize(people + 1);
        JsonNode json = ask(HttpEvents.get(PATH + "?" + filter));
        assertThat(json(json).path("attendance")).hasSize(people);
        assertThat(json(json).path("participants")).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimum_minutes=-1", "minimum_minutes=many", "minimum_share=1.1", "minimum_share=NaN"})
    void refusesAFilterThatIsNone(String filter) {
        assertThat(problem(ask(HttpEvents.get("/meetings/" + ID + "/attendance?" + filter)), 400))
                .startsWith(filter.split("=")[0] + " ");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void answersWithAWorkbook() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        JsonNode answer = ask(HttpEvents.get(PATH + "?format=xlsx"));

        assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(answer.path("body").asText())).startsWith('P', 'K');
    }

    @Test
    void queuesWhatTakesLongerThanTheGatewayWaitsAndSaysWhereItWillBe() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(3));
        zoom.always(ZoomStandIn.pageCall(ID, "past", 2), ZoomStandIn.json("{}").withFixedDelay(30_000));

        JsonNode answer = askInTime(door, HttpEvents.get(PATH + "?format=csv&include_fields=registrant_id"), 3_000);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        assertThat(json(answer).path("status").asText()).isEqualTo("queued");
        assertThat(json(answer).path("location").asText())
                .startsWith("s3://reports/zoom/csv/date=2026-11-22/" + ID + "_")
                .endsWith(".csv");
        JsonNode message = parse(sqs.receive(1).get(0).body());
        // Not by the number, for which the next instance answers once that has ended.
        assertThat(message.path("meeting_id").asText()).isEqualTo("uuid/of+" + ID + "==");
        assertThat(message.at("/meeting/id").asText()).isEqualTo(ID);
        assertThat(message.path("formats")).containsExactly(TextNode.valueOf("csv"));
        assertThat(message.path("include_fields").asText()).isEqualTo("registrant_id");
        assertThat(message.at("/meeting/uuid").asText()).isEqualTo("uuid/of+" + ID + "==");
    }

    @Test
    void isOutOfTimeWhereTheQueueCannotBeReached() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(3));
        zoom.always(ZoomStandIn.pageCall(ID, "past", 2), ZoomStandIn.json("{}").withFixedDelay(30_000));
        sqs.deleteReports();
        try {
            assertThat(problem(askInTime(door, HttpEvents.get(PATH), 3_000), 504))
                    .contains(ID);
        } finally {
            sqs.createReports();
        }
        assertThat(log.text()).contains("did not take the request for meeting " + ID, "sqs:SendMessage");
    }

    @Test
    void doesNotQueueAMeetingThatGoesOn() throws IOException {
        zoom.always(ZoomStandIn.pageCall(ID, "live", 1), ZoomStandIn.json("{}").withFixedDelay(30_000));

        assertThat(problem(askInTime(door, HttpEvents.get(PATH + "?type=live"), 1_500), 504))
                .contains(ID);
        assertThat(sqs.count()).isZero();
    }

    private static String unzip(JsonNode answer) {
        byte[] zipped = Base64.getDecoder().decode(answer.path("body").asText());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

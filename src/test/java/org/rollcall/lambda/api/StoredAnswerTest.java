package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.LARGE;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.parse;
import static org.rollcall.lambda.api.ApiAnswers.problem;
import static org.rollcall.lambda.api.ApiAnswers.unzip;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;

/** What is answered as it is stored, and what is not. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class StoredAnswerTest extends ApiTest {
    private static final String UUID = "uuid/of+" + ID + "==";
    private static final String BY_UUID = "/meetings/uuid%2Fof%2B" + ID + "%3D%3D/participants";
    private static final String NAME = ID + "_dXVpZC9vZis5MzIwMTIzNTYyMT09";
    private static final String ENTRY = "zoom/index/" + ID + "/dXVpZC9vZis5MzIwMTIzNTYyMT09.json";

    /** Has a report stored as anyone can, and Zoom forget everything. */
    private void store(List<String> rows) {
        zoom.meeting(ID, "past", 300, rows);
        int status = ask(HttpEvents.get(PATH + "?refresh=true", "accept-encoding", "gzip"))
                .path("statusCode")
                .asInt();
        assertThat(status).isEqualTo(200);
        zoom.reset();
        s3.takeRequests();
    }

    @Test
    void answersAUuidFromTheStoreAndAsksZoomNothing() {
        store(Rows.of(3));

        JsonNode answer = ask(HttpEvents.get(BY_UUID));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText()).isEqualTo(s3.text("zoom/json/date=2026-11-22/" + NAME + ".json"));
        assertThat(header(answer, "x-rollcall-source")).isEqualTo("stored");
        assertThat(header(answer, "content-type")).isEqualTo("application/json");
        assertThat(header(answer, "cache-control")).isEqualTo("private, no-cache");
        assertThat(header(answer, "vary")).isEqualTo("accept, accept-encoding");
        assertThat(header(answer, "content-location")).isEqualTo(BY_UUID + "?format=json");
        assertThat(header(answer, "etag")).matches("\"[^\"]+\"");
        assertThat(header(answer, "last-modified")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(zoom.calls()).isEmpty();
        assertThat(s3.takeRequests())
                .containsExactly(
                        "GET zoom/instances/dXVpZC9vZis5MzIwMTIzNTYyMT09.json",
                        "GET " + ENTRY,
                        "GET zoom/json/date=2026-11-22/" + NAME + ".json");
    }

    @Test
    void namesTheFileAsAPersonWould() {
        store(Rows.of(3));

        assertThat(header(ask(HttpEvents.get(BY_UUID + "?format=csv")), "content-disposition"))
                .startsWith("attachment; filename=\"Weekly reunion _ _, 2026-11-22, participants.csv\"")
                .contains("filename*=UTF-8''Weekly%20r%C3%A9union%20%E2%80%94%20%F0%9F%8E%93%2C%202026-11-22%2C");
        assertThat(header(ask(HttpEvents.get(BY_UUID)), "content-disposition")).startsWith("inline; ");
    }

    @Test
    void asksZoomOnceWhichInstanceIsANumbersLatest() {
        store(Rows.of(3));
        zoom.details(ID, "past", Rows.details(ID));

        JsonNode answer = ask(HttpEvents.get(PATH + "?format=csv"));

        assertThat(header(answer, "x-rollcall-source")).isEqualTo("stored");
        assertThat(header(answer, "content-location")).isEqualTo(BY_UUID + "?format=csv");
        assertThat(answer.path("body").asText().lines()).hasSize(4);
        assertThat(zoom.calls()).containsOnlyOnce("GET /v2/metrics/meetings/" + ID);
        assertThat(zoom.calls()).noneMatch(call -> call.endsWith("/participants"));
    }

    @Test
    void asksZoomForALaterInstanceThanTheStoredOne() {
        store(Rows.of(3));
        zoom.participants(ID, "past", 300, 5, Rows.of(5))
                .details(ID, "past", Rows.details(ID).replace("uuid/of+", "later/than+"));

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(header(answer, "x-rollcall-source")).isEqualTo("zoom");
        assertThat(header(answer, "content-location"))
                .isEqualTo("/meetings/later%2Fthan%2B" + ID + "%3D%3D/participants?format=json");
        assertThat(json(answer).path("participants")).hasSize(5);
    }

    @Test
    void answersTheLatestStoredWhereZoomHasForgottenTheNumber() {
        store(Rows.of(3));
        zoom.participants(ID, "past", 300, 5, Rows.of(5))
                .details(
                        ID,
                        "past",
                        Rows.details(ID).replace("uuid/of+", "earlier/than+").replace("11-22T", "11-15T"));
        assertThat(ask(HttpEvents.get(PATH + "?refresh=true"))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(200);
        zoom.reset();

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(header(answer, "x-rollcall-source")).isEqualTo("stored");
        assertThat(json(answer).at("/meeting/uuid").asText()).isEqualTo(UUID);
    }

    @Test
    void isNotFoundWhereNeitherZoomNorTheStoreHasIt() {
        problem(ask(HttpEvents.get(PATH)), 404);
        problem(ask(HttpEvents.get(BY_UUID)), 404);
    }

    @Test
    void isNoOldReportWhereZoomCannotSayWhichIsTheLatest() {
        store(Rows.of(3));
        zoom.always(ZoomStandIn.detailsCall(ID, "past"), ZoomStandIn.error(500, 0, "No."));

        problem(ask(HttpEvents.get(PATH)), 502);
    }

    @Test
    void saysNoMoreToAClientThatHasIt() {
        store(Rows.of(3));
        JsonNode first = ask(HttpEvents.get(BY_UUID));

        for (String[] condition : new String[][] {
            {"If-None-Match", "\"other\", W/" + header(first, "etag")},
            {"If-Modified-Since", header(first, "last-modified")}
        }) {
            JsonNode answer = ask(HttpEvents.get(BY_UUID, condition));

            assertThat(answer.path("statusCode").asInt()).as(condition[0]).isEqualTo(304);
            assertThat(answer.path("body").asText()).isEmpty();
            for (String name : List.of("etag", "last-modified", "vary", "cache-control", "content-location")) {
                assertThat(header(answer, name)).as(name).isEqualTo(header(first, name));
            }
            assertThat(answer.path("headers").has("content-type")).isFalse();
        }
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void tellsACompressedAnswerFromAnotherByItsTag() {
        store(Rows.of(3));
        JsonNode plain = ask(HttpEvents.get(BY_UUID));
        JsonNode zipped = ask(HttpEvents.get(BY_UUID, "accept-encoding", "gzip"));

        assertThat(unzip(zipped)).isEqualTo(plain.path("body").asText());
        assertThat(header(zipped, "etag")).isNotEqualTo(header(plain, "etag"));
        assertThat(ask(HttpEvents.get(BY_UUID, "accept-encoding", "gzip", "if-none-match", header(plain, "etag")))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(200);
        assertThat(ask(HttpEvents.get(BY_UUID, "accept-encoding", "gzip", "if-none-match", header(zipped, "etag")))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?format=ndjson",
                "?type=live",
                "?minimum_minutes=10",
                "?minimum_share=0.5",
                "?include_fields=email",
                "?source=report",
                "?type=pastOne",
                "?refresh=true"
            })
    void asksZoomForWhatIsNotStoredLikeThat(String query) {
        store(Rows.of(3));

        problem(ask(HttpEvents.get(BY_UUID + query)), 404);

        assertThat(zoom.calls()).anyMatch(call -> call.endsWith("/participants"));
    }

    @Test
    void asksZoomOnZoomsOwnPaths() {
        store(Rows.of(3));

        problem(ask(HttpEvents.get("/v2/report" + BY_UUID)), 404);

        assertThat(zoom.calls()).anyMatch(call -> call.startsWith("GET /v2/report/meetings/"));
        assertThat(s3.takeRequests()).containsOnly("GET zoom/erased/marks.json");
    }

    @Test
    void isNoWebinarsReport() {
        store(Rows.of(3));

        problem(ask(HttpEvents.get(BY_UUID.replace("/meetings/", "/webinars/"))), 404);
    }

    @Test
    void asksZoomWhereALifeCycleHasDeletedTheDocument() {
        store(Rows.of(3));
        s3.delete("zoom/json/date=2026-11-22/" + NAME + ".json");
        zoom.meeting(UUID, "past", 300, Rows.of(4)).details(UUID, "past", Rows.details(ID));

        JsonNode answer = ask(HttpEvents.get(BY_UUID));

        assertThat(header(answer, "x-rollcall-source")).isEqualTo("zoom");
        assertThat(json(answer).path("participants")).hasSize(4);
        assertThat(log.text()).contains("which is no longer there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{\"complete\":true}", "[]"})
    void asksZoomWhereTheEntryCannotBeRead(String entry) {
        store(Rows.of(3));
        s3.put(ENTRY, entry);

        problem(ask(HttpEvents.get(BY_UUID)), 404);

        assertThat(log.text()).contains("can't be understood");
    }

    @Test
    void failsWhereTheStoreIsForbidden() {
        store(Rows.of(3));
        s3.refuse(NAME + ".json");

        problem(ask(HttpEvents.get(BY_UUID)), 500);

        assertThat(log.text()).contains("500: Nothing could be read at s3://reports/zoom/json/", "s3:GetObject");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void storesWhatComesAnewAndAnswersIt() {
        store(Rows.of(3));
        zoom.meeting(ID, "past", 300, Rows.of(4));

        JsonNode answer = ask(HttpEvents.get(PATH + "?refresh=true&format=ndjson"));

        assertThat(answer.path("body").asText().lines()).hasSize(4);
        assertThat(header(answer, "x-rollcall-source")).isEqualTo("zoom");
        assertThat(header(answer, "etag")).isNotEmpty();
        assertThat(s3.documents())
                .containsExactlyInAnyOrder(
                        "zoom/json/date=2026-11-22/" + NAME + ".json",
                        "zoom/csv/date=2026-11-22/" + NAME + ".csv",
                        "zoom/ndjson/date=2026-11-22/" + NAME + ".ndjson");
        assertThat(json(ask(HttpEvents.get(BY_UUID))).path("participants")).hasSize(4);
    }

    @Test
    void doesNotStoreAMeetingThatGoesOn() {
        zoom.meeting(ID, "live", 300, Rows.of(3));

        JsonNode answer = ask(HttpEvents.get(PATH + "?refresh=true"));

        assertThat(json(answer).path("complete").asBoolean(true)).isFalse();
        assertThat(answer.path("headers").has("content-location")).isFalse();
        assertThat(s3.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh=true&minimum_minutes=1", "refresh=yes", "refresh=", "refresh=true,true"})
    void refusesARefreshThatIsNone(String query) {
        assertThat(problem(ask(HttpEvents.get(PATH + "?" + query)), 400)).startsWith("refresh ");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void linksToTheStoredObjectItselfWhereItIsTooLarge() throws Exception {
        store(LARGE);
        List<String> before = s3.keys();

        JsonNode answer = ask(HttpEvents.get(BY_UUID));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
        assertThat(header(answer, "x-rollcall-source")).isEqualTo("stored");
        assertThat(header(answer, "location")).contains("/zoom/json/date%3D2026-11-22/" + NAME + ".json?", "900");
        HttpResponse<String> linked = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(header(answer, "location")))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(parse(linked.body()).path("participants")).hasSize(LARGE.size());
        assertThat(s3.keys()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void answersHeadLikeGetButForTheBody() {
        store(Rows.of(3));

        JsonNode get = ask(HttpEvents.get(BY_UUID));
        JsonNode head = ask(HttpEvents.request("HEAD", BY_UUID).toString());

        assertThat(head.path("statusCode")).isEqualTo(get.path("statusCode"));
        assertThat(head.path("headers")).isEqualTo(get.path("headers"));
        assertThat(head.path("body").asText()).isEmpty();
    }
}

package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.api.Rows;

/** What is at which path, for programs of our own and for those written for Zoom. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ApiHandlerTest extends ApiTest {
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
    @ValueSource(
            strings = {
                "/meetings/%2FajXp112QmuoKj4854875%3D%3D/participants",
                "/meetings/%252FajXp112QmuoKj4854875%253D%253D/participants",
                "/meetings//ajXp112QmuoKj4854875==/participants",
                "/prod/meetings/%2FajXp112QmuoKj4854875==/participants",
                "/participants?meeting_id=%2FajXp112QmuoKj4854875%3D%3D"
            })
    void findsAMeetingByItsUuidHoweverTheWayEncodesIt(String target) {
        zoom.meeting("/ajXp112QmuoKj4854875==", "past", 300, Rows.of(3));
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
    @ValueSource(
            strings = {"/", "/meetings", "/meetings/1", "/meetings/1/participants/x", "/v2/users", "/participantsx"})
    void hasNothingAtOtherPaths(String path) {
        problem(ask(HttpEvents.get(path)), 404);
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void hasNothingAtOtherPathsWhateverTheMethod() {
        problem(ask(HttpEvents.request("POST", "/meetings").toString()), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "{}", "{\"rawPath\":7,\"headers\":[],\"requestContext\":null}"})
    void answersWhatIsNoHttpRequestWithAProblem(String event) {
        problem(ask(event), 404);
    }
}

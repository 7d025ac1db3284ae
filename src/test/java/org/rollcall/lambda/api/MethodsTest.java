package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.api.Rows;

/** Which methods and parameters the paths take, and what every answer has. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class MethodsTest extends ApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get"})
    void allowNoMethodButGetAndHead(String method) {
        for (String path : new String[] {PATH, "/openapi.json", "/v2/metrics" + PATH, "/meetings/1/instances"}) {
            JsonNode answer = ask(HttpEvents.request(method, path).toString());

            problem(answer, 405);
            assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
        }
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void answerHeadWithAProblemWithoutABody() {
        JsonNode answer = ask(HttpEvents.request("HEAD", PATH).toString());

        assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(answer.path("body").asText()).isEmpty();
    }

    @Test
    void answerHeadOfAWorkbookWithoutABody() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        JsonNode answer = ask(HttpEvents.request("HEAD", PATH + "?format=xlsx").toString());

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(header(answer, "content-disposition")).contains("report.xlsx");
        assertThat(answer.path("body").asText()).isEmpty();
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void keepWhatIsMadeOutOfCaches() {
        zoom.meeting(ID, "past", 300, Rows.of(3));

        JsonNode answer = ask(HttpEvents.get(PATH));

        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(header(answer, "x-rollcall-source")).isEqualTo("zoom");
        assertThat(header(answer, "content-location"))
                .isEqualTo("/meetings/uuid%2Fof%2B" + ID + "%3D%3D/participants?format=json");
        assertThat(answer.path("headers").has("etag")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meetings/93201235621/participants",
                "/meetings",
                "/openapi.json",
                "/meetings/1/instances",
                "/meetings/1/participants?x=1"
            })
    void letNoBrowserGuessWhatAnAnswerIs(String target) {
        JsonNode answer = ask(HttpEvents.get(target));

        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meetings/1/participants?limit=1",
                "/meetings/1/participants?meeting_id=2",
                "/meetings/1/attendance?next=1",
                "/meetings/1/instances?format=csv",
                "/participants?meeting_id=1&page_size=30",
                "/openapi.json?format=json"
            })
    void refuseAParameterThatIsNotTheirs(String target) {
        assertThat(problem(ask(HttpEvents.get(target)), 400)).startsWith("The parameter ");
        assertThat(zoom.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meetings/1/participants?type=live&source=report",
                "/webinars/1/participants?type=pastOne&source=dashboard",
                "/v2/metrics/webinars/1/participants?type=pastOne"
            })
    void refuseATypeThatTheSourceNeverHas(String target) {
        assertThat(problem(ask(HttpEvents.get(target)), 400)).startsWith("type ");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void putTheStageBeforeThePathOfAnInstance() {
        zoom.meeting(ID, "past", 300, Rows.of(3));
        var event = HttpEvents.request("GET", "/prod" + PATH);
        event.withObject("/requestContext").put("stage", "prod");

        assertThat(header(ask(event.toString()), "content-location")).startsWith("/prod/meetings/uuid%2Fof");
    }
}

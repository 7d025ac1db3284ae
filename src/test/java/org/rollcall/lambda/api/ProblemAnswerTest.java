package org.rollcall.lambda.api;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.LARGE;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.askInTime;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ZoomStandIn;

/** Which status a failure has, and what its problem says. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ProblemAnswerTest extends ApiTest {
    @Inject
    ApiHandler handler;

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
    @ValueSource(strings = {"minimum_minutes=-1", "minimum_minutes=many", "minimum_share=1.1", "minimum_share=NaN"})
    void refusesAFilterThatIsNone(String filter) {
        assertThat(problem(ask(HttpEvents.get("/meetings/" + ID + "/attendance?" + filter)), 400))
                .startsWith(filter.split("=")[0] + " ");
        assertThat(zoom.calls()).isEmpty();
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

    @Test
    void saysWhenToComeBackAfterTooManyRequests() {
        zoom.always(ZoomStandIn.pageCall(ID, "past", 1), ZoomStandIn.dailyLimit("4711"));

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

        JsonNode answer = askInTime(handler, HttpEvents.get(PATH), 29_000);

        problem(answer, 429);
        assertThat(header(answer, "retry-after")).isEqualTo("24");
        assertThat(zoom.count(ZoomStandIn.pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"500,0", "400,200", "400,4711", "403,104"})
    void answersForAZoomThatFailedOrRefusesWithBadGateway(int status, int code) {
        zoom.always(get(urlPathMatching(".*/participants")), ZoomStandIn.error(status, code, "No."));

        problem(ask(HttpEvents.get(PATH + "?source=dashboard")), 502);
    }

    @Test
    void answersForABlockedMeetingWithTheFirstWordsOfWhoBlocksIt() {
        zoom.always(get(urlPathMatching(".*/participants")), ZoomStandIn.html(403, "Request blocked"));

        assertThat(problem(ask(HttpEvents.get(PATH)), 502)).contains("Request blocked", ID);
    }

    @Test
    void saysNoMoreOfAFailureThatIsItsOwnThanWhereToLook() {
        zoom.meeting(ID, "past", 1, LARGE);
        s3.refuse(".json");

        String detail = problem(ask(HttpEvents.get(PATH)), 500);

        assertThat(detail).contains("function's log", "request ID").doesNotContain("s3:", "reports", "403");
        assertThat(log.text()).contains("500: Nothing could be read at s3://reports/zoom/index/");
    }

    /** Once each, though a failure is both answered and logged. */
    @Test
    void countsTheFailuresThatAnAlarmWatches() throws IOException {
        zoom.always(
                ZoomStandIn.tokenCall(),
                ZoomStandIn.json("{\"reason\":\"Invalid client_id\",\"error\":\"invalid_client\"}")
                        .withStatus(400));
        try (StandardOutput out = StandardOutput.capture()) {
            problem(ask(HttpEvents.get(PATH)), 502);
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("CredentialsRefused", 1));
        }
        s3.deleteBucket();
        try (StandardOutput out = StandardOutput.capture()) {
            problem(ask(HttpEvents.get("/meetings/" + ID + "/instances")), 500);
            problem(ask(HttpEvents.get(PATH + "?format=pdf")), 400);
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("StoreFailures", 1));
        } finally {
            s3.createBucket();
        }
    }
}

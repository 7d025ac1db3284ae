package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ParticipantList;

/** Refusals that are not spelled as Zoom documents them. */
@QuarkusTest
class OddErrorsTest extends ComponentTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String EVENT = "{\"meeting_id\":\"%s\",\"type\":\"past\",\"source\":\"dashboard\"}";

    @ParameterizedTest
    @MethodSource("bodies")
    void stillHaveTheirCodeAndTheirWords(int status, String body, String type, String words) {
        zoom.always(pageCall(ID, "past", 1), json(body).withStatus(status));

        Failure failure = fail(EVENT.formatted(ID));

        assertThat(failure.name()).isEqualTo(type);
        assertThat(failure.message()).contains(words, "HTTP " + status);
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        400,
                        "{\"code\":104, \"message\":\"Invalid access token, does not contain scopes:[\"meeting:read:admin\"].\"}",
                        "MissingScopeException",
                        "code 104: Invalid access token, does not contain scopes:[\"meeting:read:admin\"]."),
                Arguments.of(
                        400,
                        "{ \"message\" : \"a \"quoted\" word\" , \"code\" : \"4711\" }",
                        "MissingScopeException",
                        "code 4711"),
                Arguments.of(
                        400,
                        "{\"code\":\"200\",\"message\":\"No permission.\"}",
                        "DashboardNotAvailableException",
                        "code 200: No permission."),
                Arguments.of(
                        404,
                        "{\"code\":\"3001\",\"message\":\"Meeting does not exist.\"}",
                        "MeetingNotFoundException",
                        "code 3001: Meeting does not exist."),
                Arguments.of(
                        400,
                        "{\"code\":\"300\",\"message\":\"Invalid \"meeting\" ID.\"}",
                        "RequestRefusedException",
                        "code 300: Invalid \"meeting\" ID."),
                Arguments.of(
                        400,
                        "{\"code\":200,\"message\":\"" + "not a user ".repeat(14) + "and the one that has access\"}",
                        "DashboardNotAvailableException",
                        "and the one that has access"),
                Arguments.of(400, "{\"code\":1010}", "RequestRefusedException", "code 1010"));
    }

    @Test
    void aTokenThatZoomNoLongerTakesIsReplaced() {
        zoom.meeting(ID, "past", 300, ParticipantList.DASHBOARD_MEETING.rows(2));
        LambdaService.succeed(EVENT.formatted(ID));
        zoom.next(
                pageCall(ID, "past", 1),
                json("{\"code\":\"124\",\"message\":\"\"Access token\" is expired.\"}")
                        .withStatus(401));

        LambdaService.succeed(EVENT.formatted(ID));

        assertThat(zoom.tokenCalls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413})
    void aProxysRefusalPasses(int status) {
        zoom.always(pageCall(ID, "past", 1), html(status, "Proxy says no"));

        Failure failure = fail(EVENT.formatted(ID));

        assertThat(failure.name()).isEqualTo("ZoomUnavailableException");
        assertThat(failure.message()).contains("HTTP " + status, "Proxy says no");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ZoomUnavailableException, 5",
        "404, ZoomUnavailableException, 5",
        "403, MeetingBlockedException, 1"
    })
    void aFirewallThatBlocksAUuidDoesNot(int status, String type, int calls) {
        zoom.always(pageCall(UUID, "past", 1), html(status, "Request blocked"));

        assertThat(fail(EVENT.formatted(UUID)).name()).isEqualTo(type);
        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(calls);
    }
}

package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.error;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ParticipantList;

/** Which of Zoom's ways a report comes by, when some of them refuse. */
@QuarkusTest
class AskSourcesTest extends ComponentTest {
    private static final String OTHER_ID = "85746065432";
    private static final List<Integer> REFUSALS = List.of(200, 104, 4711);

    @ParameterizedTest
    @EnumSource
    void eachGivesAReportAlone(ParticipantList list) {
        list.give(zoom, ID, 2, list.rows(3));

        LambdaService.succeed("{\"%s_id\":\"%s\",\"source\":\"%s\"}".formatted(list.kind(), ID, list.source()))
                .body("source", equalTo(list.source()))
                .body("kind", equalTo(list.kind()))
                .body("type", equalTo("past"))
                .body("meeting.id", equalTo(ID))
                .body("total_records", equalTo(3))
                .body("people", equalTo(3))
                .body("complete", equalTo(true));

        String type = list.source().equals("dashboard") ? "type=past&" : "";
        String fields = list.source().equals("past") ? "" : "&include_fields=registrant_id";
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/participants"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("GET /v2" + list.path(ID) + "?" + type + "page_size=300"))
                .allMatch(line -> line.contains(fields + " HTTP"));
    }

    @ParameterizedTest
    @CsvSource({"meeting", "webinar"})
    void theNextIsAskedWhenOneRefuses(String kind) {
        for (int code : REFUSALS) {
            clock.outliveTokens();
            refuse("dashboard", kind, code);
            list("report", kind).give(zoom, ID, 300, list("report", kind).rows(2));

            ask(kind, ID).body("source", equalTo("report")).body("kind", equalTo(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("twoRefusals")
    void theLastIsAskedWhenTwoRefuse(int first, int second) {
        refuse("dashboard", "meeting", first);
        refuse("report", "meeting", second);
        ParticipantList.PAST_MEETING.give(zoom, ID, 300, ParticipantList.PAST_MEETING.rows(2));

        ask("meeting", ID).body("source", equalTo("past"));
    }

    @ParameterizedTest
    @MethodSource("threeRefusals")
    void whenAllRefuseTheErrorHasTheFirstOnesTypeAndTheWordsOfEach(int first, int second, int third) {
        refuse("dashboard", "meeting", first);
        refuse("report", "meeting", second);
        refuse("past", "meeting", third);

        Failure failure = fail("{\"meeting_id\":\"" + ID + "\"}");

        assertThat(failure.name()).isEqualTo(type(first));
        assertThat(failure.message())
                .contains("code " + first + ": dashboard says no.", "code " + second + ": report says no.")
                .contains("code " + third + ": past says no.");
        assertThat(failure.message().split("meeting " + ID, -1)).hasSize(4);
    }

    @Test
    void theErrorNamesTheScopeOrThePlanThatOpensEach() {
        refuse("dashboard", "webinar", 200);
        refuse("report", "webinar", 4711);
        refuse("past", "webinar", 104);

        assertThat(fail("{\"webinar_id\":\"" + ID + "\"}").message())
                .contains("webinar " + ID, "Business plan or higher")
                .contains("report:read:list_webinar_participants:admin")
                .contains("webinar:read:list_past_participants:admin");
    }

    @Test
    void aRefusalIsRememberedForAnHour() {
        refuse("dashboard", "meeting", 200);
        give("report", "meeting");

        ask("meeting", ID);
        assertThat(dashboardCalls("meeting")).isEqualTo(1);

        // However often it is asked for in between.
        clock.advance(Duration.ofMinutes(31));
        ask("meeting", OTHER_ID).body("source", equalTo("report"));
        clock.advance(Duration.ofMinutes(28));
        ask("meeting", ID);
        assertThat(dashboardCalls("meeting")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        ask("meeting", OTHER_ID);
        assertThat(dashboardCalls("meeting")).isEqualTo(2);
    }

    @Test
    void aRefusalIsRememberedForItsKindAlone() {
        refuse("dashboard", "webinar", 4711);
        give("report", "webinar");
        give("dashboard", "meeting");

        ask("webinar", ID).body("source", equalTo("report"));
        ask("meeting", ID).body("source", equalTo("dashboard"));
        ask("webinar", ID).body("source", equalTo("report"));
        assertThat(dashboardCalls("webinar")).isEqualTo(1);
    }

    @Test
    void aRememberedRefusalSaysOfWhichMeetingItWas() {
        refuse("dashboard", "meeting", 4711);
        give("report", "meeting");
        ask("meeting", ID);

        Failure failure = LambdaService.fail("{\"meeting_id\":\"" + OTHER_ID + "\",\"type\":\"live\"}");

        assertThat(failure.name()).isEqualTo("MissingScopeException");
        assertThat(failure.message())
                .startsWith("For meeting " + OTHER_ID + " Zoom is not asked again within an hour of this answer: ")
                .contains("meeting " + ID, "dashboard says no.", "dashboard_meetings:read:admin");
        assertThat(zoom.count(ParticipantList.DASHBOARD_MEETING.call(OTHER_ID))).isZero();
    }

    @Test
    void whatIsNoRefusalOfTheAccountEndsTheSearch() {
        zoom.always(ParticipantList.DASHBOARD_MEETING.anyCall(), error(400, 300, "Invalid."));
        give("report", "meeting");

        assertThat(failForPast().name()).isEqualTo("RequestRefusedException");
        assertThat(zoom.count(ParticipantList.REPORT_MEETING.anyCall())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"report", "past"})
    void onlyTheDashboardHasLiveMeetings(String source) {
        give(source, "meeting");

        Failure failure = fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"live\",\"source\":\"" + source + "\"}");

        assertThat(failure.name()).isEqualTo("DashboardNotAvailableException");
        assertThat(failure.message()).contains("Only Zoom's dashboard has live meetings", ID, "ZOOM_SOURCES");
        assertThat(zoom.calls()).isEmpty();
    }

    static Stream<Arguments> twoRefusals() {
        return REFUSALS.stream().flatMap(first -> REFUSALS.stream().map(second -> Arguments.of(first, second)));
    }

    static Stream<Arguments> threeRefusals() {
        return twoRefusals()
                .flatMap(two -> REFUSALS.stream().map(third -> Arguments.of(two.get()[0], two.get()[1], third)));
    }

    private void refuse(String source, String kind, int code) {
        zoom.always(list(source, kind).anyCall(), error(400, code, source + " says no."));
    }

    private void give(String source, String kind) {
        ParticipantList list = list(source, kind);
        list.give(zoom, ID, 300, list.rows(2));
        list.give(zoom, OTHER_ID, 300, list.rows(2));
    }

    private int dashboardCalls(String kind) {
        return (int) zoom.requestLines().stream()
                .filter(line -> line.contains("/metrics/" + kind + "s/") && line.contains("/participants"))
                .count();
    }

    private static ValidatableResponse ask(String kind, String id) {
        return LambdaService.succeed("{\"" + kind + "_id\":\"" + id + "\",\"type\":\"past\"}");
    }

    private static ParticipantList list(String source, String kind) {
        return ParticipantList.of(source, kind);
    }

    private static String type(int code) {
        return code == 200 ? "DashboardNotAvailableException" : "MissingScopeException";
    }
}

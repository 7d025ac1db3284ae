package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.header;
import static org.rollcall.lambda.api.ApiAnswers.problem;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ParticipantList;
import org.rollcall.zoom.api.Rows;

/** The paths of Zoom's six lists: each asks Zoom in exactly that way and answers all rows unchanged in one page. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ZoomsOwnPathsTest extends ApiTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";

    @ParameterizedTest
    @MethodSource("paths")
    void answersEveryRowAsZoomSentIt(ParticipantList list, String base, String id) {
        List<String> rows = list.rows(5);
        list.give(zoom, id, 2, rows);

        JsonNode answer = ask(HttpEvents.get(base + list.path(id) + "?type=past&page_size=2&next_page_token="));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo("application/json");
        assertThat(answer.path("body").asText()).contains("[\n" + String.join(",\n", rows) + "]");
        assertThat(ApiAnswers.json(answer).path("next_page_token").asText()).isEmpty();
        assertThat(ApiAnswers.json(answer).path("total_records").asInt()).isEqualTo(5);
        assertThat(ApiAnswers.json(answer).path("page_count").asInt()).isEqualTo(1);
        assertThat(ApiAnswers.json(answer).path("source").asText()).isEqualTo(list.source());
        assertThat(ApiAnswers.json(answer).path("kind").asText()).isEqualTo(list.kind());
    }

    static Stream<Arguments> paths() {
        return Arrays.stream(ParticipantList.values()).flatMap(list -> Stream.of("", "/v2")
                .flatMap(base -> Stream.of(ID, UUID).map(id -> Arguments.of(list, base, id))));
    }

    @ParameterizedTest
    @EnumSource
    void asksForNothingThatIsNotAskedFor(ParticipantList list) {
        String type = list.source().equals("dashboard") ? "type=live&" : "";
        list.give(zoom, ID, 300, list.rows(1));

        ask(HttpEvents.get(list.path(ID)));
        ask(HttpEvents.get(list.path(ID) + "?include_fields=registrant_id&type=past"));

        List<String> asked = zoom.requestLines().stream()
                .filter(line -> line.contains("/participants"))
                .toList();
        assertThat(asked.get(0)).isEqualTo("GET /v2" + list.path(ID) + "?" + type + "page_size=300 HTTP/1.1");
        assertThat(asked.get(1).contains("include_fields=registrant_id"))
                .isEqualTo(!list.source().equals("past"));
    }

    @ParameterizedTest
    @EnumSource
    void asksNoOtherWayWhereZoomRefusesThisOne(ParticipantList list) {
        zoom.always(list.anyCall(), error(400, 200, "No permission."));

        assertThat(problem(ask(HttpEvents.get(list.path(UUID) + "?type=past")), 502))
                .contains("No permission.", list.kind() + " " + UUID);

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/participants"))
                .allMatch(line -> line.startsWith("GET /v2" + list.path(UUID)));
    }

    @ParameterizedTest
    @EnumSource
    void answersThatZoomDoesNotHaveIt(ParticipantList list) {
        problem(ask(HttpEvents.get(list.path(UUID) + "?type=past")), 404);

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/participants"))
                .singleElement()
                .asString()
                .startsWith("GET /v2" + list.path(UUID));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedWithoutRowsIsNotThereYet(ParticipantList list) {
        zoom.always(list.anyCall(), json(Rows.page(0, "", List.of())));

        assertThat(problem(ask(HttpEvents.get(list.path(ID) + "?type=past")), 404))
                .contains("no participants of " + list.kind() + " " + ID + " yet");
        problem(
                ask(HttpEvents.get("/" + list.kind() + "s/" + ID + "/participants?type=past&source=" + list.source())),
                404);
    }

    @Test
    void leavesZoomsOtherParametersAlone() {
        ParticipantList.REPORT_MEETING.give(zoom, ID, 300, ParticipantList.REPORT_MEETING.rows(1));

        JsonNode answer = ask(HttpEvents.get("/v2/report/meetings/" + ID + "/participants?future=1"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    }
}

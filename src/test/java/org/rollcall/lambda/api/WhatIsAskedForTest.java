package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ParticipantList;
import org.rollcall.zoom.api.Rows;

/** Which meeting or webinar, by which way, and what is refused before Zoom is asked. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class WhatIsAskedForTest extends ApiTest {
    private static final String PASSCODE = "c2VjcmV0LXBhc3Njb2Rl";

    @ParameterizedTest
    @EnumSource
    void asksTheSourceThatIsNamed(ParticipantList list) {
        list.give(zoom, ID, 300, list.rows(3));

        JsonNode report = json(ask(
                HttpEvents.get("/%ss/%s/participants?source=%s&type=past".formatted(list.kind(), ID, list.source()))));

        assertThat(report.path("source").asText()).isEqualTo(list.source());
        assertThat(report.path("kind").asText()).isEqualTo(list.kind());
        assertThat(report.path("participants").findValuesAsText("user_name")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webinars/%2FajXp112QmuoKj4854875%3D%3D/participants",
                "/webinars/%252FajXp112QmuoKj4854875%253D%253D/participants",
                "/participants?webinar_id=%2FajXp112QmuoKj4854875%3D%3D"
            })
    void findsAWebinarLikeAMeeting(String target) {
        ParticipantList.DASHBOARD_WEBINAR.give(zoom, "/ajXp112QmuoKj4854875==", 300, Rows.of(3));

        assertThat(json(ask(HttpEvents.get(target))).path("participants")).hasSize(3);
    }

    @Test
    void hasTheAttendanceOfAWebinar() {
        ParticipantList.DASHBOARD_WEBINAR.give(zoom, ID, 300, Rows.of(3));

        assertThat(ask(HttpEvents.get("/webinars/" + ID + "/attendance?type=past"))
                        .path("body")
                        .asText()
                        .lines())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"past, true", "live, false"})
    void asksForRegistrantsByItselfWhereSomethingHasEnded(String type, boolean asked) {
        zoom.meeting(ID, type, 300, Rows.of(1));

        ask(HttpEvents.get(PATH + "?type=" + type));

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/participants"))
                .singleElement()
                .satisfies(line -> assertThat(line.contains("include_fields=registrant_id"))
                        .isEqualTo(asked));
    }

    @ParameterizedTest
    @CsvSource({
        "typ=past, typ",
        "minimum_minuten=5, minimum_minuten",
        "page_size=300, page_size",
        "a<b>=1, a?b?",
        "type=past&Source=past, Source"
    })
    void refusesAParameterThatItDoesNotHaveByItsName(String query, String name) {
        String detail = problem(ask(HttpEvents.get(PATH + "?" + query)), 400);

        assertThat(detail)
                .startsWith("The parameter " + name + " is unknown")
                .contains("include_fields", "minimum_minutes", "source", "type");
        assertThat(zoom.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "", "dashboard,report"})
    void refusesASourceThatIsNone(String source) {
        assertThat(problem(ask(HttpEvents.get(PATH + "?source=" + source)), 400))
                .isEqualTo("source is unknown. It accepts auto, dashboard, report or past.");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void takesALinkToJoinForItsNumberAndKeepsItsPasscodeToItself() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        String link = "https://example.zoom.us/j/" + ID + "?pwd=" + PASSCODE + "#success";

        JsonNode report = json(ask(HttpEvents.get("/participants?meeting_id=" + encode(link))));

        assertThat(report.path("participants")).hasSize(2);
        assertThat(report.toString() + log.text() + zoom.requestLines()).doesNotContain(PASSCODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../users",
                "1/../../users",
                "123456789012345678901",
                "a b",
                "https://zoom.us/my/ada?pwd=" + PASSCODE,
                "https://zoom.us/rec/share/" + PASSCODE,
                "<script>" + PASSCODE
            })
    void refusesWhatCannotBeAnIdWithoutQuotingIt(String text) {
        List<String> problems = List.of(
                problem(ask(HttpEvents.get("/participants?meeting_id=" + encode(text))), 400),
                problem(ask(HttpEvents.get("/webinars/" + encode(text) + "/participants")), 400),
                problem(ask(HttpEvents.get("/v2/report/meetings/" + encode(text) + "/participants")), 400));

        assertThat(problems.get(0)).startsWith("meeting_id is not a meeting's. It accepts");
        assertThat(problems.get(1)).startsWith("webinarId is not a meeting's. It accepts");
        assertThat(problems.get(2)).startsWith("meetingId is not a meeting's. It accepts");
        assertThat(problems + log.text()).doesNotContain(PASSCODE);
        assertThat(zoom.calls()).isEmpty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class AskZoomForMeetingTest extends ComponentTest {
    private static final String PARTICIPANTS = "/v2/metrics/meetings/" + ID + "/participants";

    @Test
    void asksForTheLargestPagesOneAfterTheOtherAndForTheDetailsOnce() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.calls())
                .containsExactlyInAnyOrder(
                        "POST /oauth/token",
                        "GET " + PARTICIPANTS,
                        "GET " + PARTICIPANTS,
                        "GET " + PARTICIPANTS,
                        "GET /v2/metrics/meetings/" + ID);
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("participants"))
                .allMatch(line -> line.contains("page_size=300") && line.contains("type=past"));
    }

    @Test
    void takesWhatAnEventSaysOfTheMeetingForWhatZoomsDetailsLack() {
        String uuid = "/ajXp112QmuoKj4854875==";
        zoom.participants(uuid, "past", 300, 3, Rows.of(3))
                .details(uuid, "past", "{\"id\":93201235621,\"uuid\":\"%s\"}".formatted(uuid));

        LambdaService.succeed(
                        """
                        {"event":"meeting.ended","event_ts":1795341672000,"payload":{"account_id":"a","object":{
                        "id":"93201235621","uuid":"/ajXp112QmuoKj4854875==","topic":"Standup",
                        "start_time":"2026-11-21T23:30:00Z","timezone":"Europe/Paris"}}}""")
                .body("meeting.id", equalTo(ID))
                .body("meeting.topic", equalTo("Standup"))
                .body("meeting.timezone", equalTo("Europe/Paris"))
                .body("zoom_calls", equalTo(3));

        assertThat(s3.documents())
                .hasSize(2)
                .allMatch(key -> key.contains("/date=2026-11-21/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0."));
    }

    @Test
    void asksByTheNumberThatAnEventTellsWhereAFirewallBlocksTheUuid() {
        String uuid = "/ajXp112QmuoKj4854875==";
        zoom.always(pageCall(uuid, "past", 1), html(403, "Blocked"))
                .participants(ID, "past", 300, 2, Rows.of(2))
                .details(ID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", uuid));

        LambdaService.succeed(
                        """
                        {"event":"meeting.ended","payload":{"object":{"id":"93201235621","uuid":"%s"}}}"""
                                .formatted(uuid))
                .body("meeting.uuid", equalTo(uuid))
                .body("total_records", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({"past, 4", "pastOne, 5", "live, 6"})
    void findsOutWhatZoomKnowsTheMeetingAs(String type, int calls) {
        zoom.meeting(ID, type, 2, Rows.of(3));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"type\":\"auto\"}")
                .body("type", equalTo(type))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(calls))
                .body("complete", equalTo(!type.equals("live")));
    }

    @Test
    void looksForNoOtherTypeThanTheOneAskedFor() {
        zoom.meeting(ID, "pastOne", 300, Rows.of(1));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("MeetingNotFoundException");
        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("/participants"))
                .singleElement()
                .asString()
                .contains("type=past&");
    }

    @Test
    void saysThatZoomKnowsNoSuchMeeting() {
        Failure failure = fail("{\"meeting_id\":\"" + ID + "\"}");

        assertThat(failure.name()).isEqualTo("MeetingNotFoundException");
        assertThat(failure.message()).contains(ID, "404", "3001", "Look whether the ID is right");
        assertThat(zoom.calls()).hasSize(4);
    }

    @Test
    void passesIncludeFieldsOn() {
        zoom.meeting(ID, "past", 2, Rows.of(3));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"include_fields\":[\"registrant_id\"]}");

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("participants"))
                .hasSize(2)
                .allMatch(line -> line.contains("include_fields=registrant_id"));
    }

    @Test
    void asksForALiveMeetingItFoundWithoutIncludeFields() {
        zoom.meeting(ID, "live", 300, Rows.of(3));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"include_fields\":\"registrant_id\"}");

        assertThat(zoom.requestLines())
                .filteredOn(line -> line.contains("type=live"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("include_fields"));
    }

    @Test
    void passesOnThatZoomRefusesIncludeFieldsForLiveMeetings() {
        zoom.always(pageCall(ID, "live", 1), error(400, 300, "include_fields is not supported."));

        Failure failure =
                fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"live\",\"include_fields\":\"registrant_id\"}");

        assertThat(failure.name()).isEqualTo("RequestRefusedException");
        assertThat(failure.message()).contains("include_fields is not supported for live meetings", ID);
        assertThat(zoom.requestLines()).anyMatch(line -> line.contains("include_fields=registrant_id"));
    }
}

package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.ParticipantList;
import org.rollcall.zoom.api.Rows;

/** No event puts the rows of one meeting under the key of another. */
@QuarkusTest
class WhoseReportTest extends ComponentTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String NAME = "/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meeting_id\":\"%1$s\",\"meeting\":{\"id\":\"111\",\"uuid\":\"other==\",\"start_time\":\"2020-01-01T00:00:00Z\"}}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"111\",\"uuid\":\"%1$s\","
                        + "\"start_time\":\"2020-01-01T00:00:00Z\",\"end_time\":\"2020-01-01T01:00:00Z\"}}}",
                "{\"detail-type\":\"x\",\"detail\":{\"meeting_id\":\"%1$s\",\"meeting\":{\"id\":\"111\"}}}"
            })
    void zoomSaysWhoseRowsTheyAre(String event) {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .details(UUID, "past", Rows.details(UUID).replace("uuid/of+" + UUID + "==", UUID));

        LambdaService.succeed(event.formatted(UUID))
                .body("meeting.id", equalTo(ID))
                .body("meeting.uuid", equalTo(UUID));

        assertThat(s3.keys())
                .filteredOn(key -> key.contains("date="))
                .hasSize(2)
                .allMatch(key -> key.contains(NAME));
        assertThat(zoom.count(detailsCall(UUID, "past"))).isEqualTo(1);
    }

    @Test
    void withoutDetailsTheUuidThatWasAskedForIsTheKey() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));

        LambdaService.succeed("{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"111\",\"uuid\":\"" + UUID
                        + "\",\"topic\":\"Standup\"}}}")
                .body("meeting.id", equalTo(UUID))
                .body("meeting.topic", equalTo("Standup"));

        assertThat(s3.keys()).isNotEmpty().noneMatch(key -> key.contains("111"));
    }

    @Test
    void theNumberOfAnotherMeetingDoesNotStandInForABlockedUuid() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"));
        zoom.meeting("111", "past", 300, Rows.of(2));

        assertThat(fail("{\"event\":\"meeting.ended\",\"payload\":{\"object\":{\"id\":\"111\",\"uuid\":\"" + UUID
                                + "\"}}}")
                        .name())
                .isEqualTo("OtherInstanceException");
    }

    @Test
    void anEventOfAWebinarThatEndedIsAboutAWebinar() {
        ParticipantList.DASHBOARD_WEBINAR.give(zoom, UUID, 300, Rows.of(2));

        LambdaService.succeed("{\"event\":\"webinar.ended\",\"payload\":{\"object\":{\"id\":\"" + ID + "\",\"uuid\":\""
                        + UUID + "\",\"type\":5}}}")
                .body("kind", equalTo("webinar"))
                .body("meeting.id", equalTo(ID))
                .body("total_records", equalTo(2));
    }

    @Test
    void aLinkToJoinIsItsNumberAndItsPasscodeIsNotSaid() {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        String receipt = LambdaService.succeed("{\"meeting_id\":\"https://zoom.us/j/" + ID + "?pwd=c2VjcmV0\"}")
                .body("meeting.id", equalTo(ID))
                .extract()
                .asString();

        assertThat(receipt + log.text()).doesNotContain("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../users", "123456789012345678901", "https://zoom.us/my/ada?pwd=c2VjcmV0", "a b"})
    void whatCannotBeAnIdNeverGoesToZoom(String text) {
        assertThat(fail("{\"meeting_id\":\"" + text + "\"}").message())
                .startsWith("meeting_id is not a meeting's. It accepts")
                .doesNotContain("c2VjcmV0");

        assertThat(log.text()).doesNotContain("c2VjcmV0");
        assertThat(zoom.calls()).isEmpty();
    }
}

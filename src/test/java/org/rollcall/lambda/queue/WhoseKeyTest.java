package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ParticipantList.DASHBOARD_MEETING;
import static org.rollcall.zoom.ParticipantList.DASHBOARD_WEBINAR;
import static org.rollcall.zoom.ParticipantList.PAST_WEBINAR;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.api.Rows;

/** Where the reports of queued meetings and webinars are put. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class WhoseKeyTest extends QueueTest {

    @Test
    void aMessagesWordCountsWithoutAskingZoom() {
        zoom.meeting(UUID, "past", 300, Rows.of(2));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).containsAll(KEYS);
        assertThat(zoom.count(detailsCall(UUID, "past"))).isZero();
    }

    @Test
    void aWebinarIsReportedLikeAMeeting() throws IOException {
        DASHBOARD_WEBINAR.give(zoom, UUID, 2, Rows.of(3));
        sqs.send(message(UUID).replace("meeting_id", "webinar_id"));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).containsAll(KEYS);
        JsonNode report = JSON.readTree(s3.bytes(KEYS.get(1)));
        assertThat(report.get("kind").asText()).isEqualTo("webinar");
        assertThat(report.get("participants")).hasSize(3);
        assertThat(log.text()).contains("Webinar 93201235621: 3 rows from dashboard");
        assertThat(zoom.requestLines()).noneMatch(line -> line.contains("/meetings/"));
    }

    @Test
    void aWebinarNeedsNoDashboard() throws IOException {
        zoom.always(DASHBOARD_WEBINAR.anyCall(), error(400, 4711, "No scope."));
        PAST_WEBINAR.give(zoom, UUID, 300, PAST_WEBINAR.rows(2));
        clock.advance(Duration.ofDays(365));
        sqs.send(message(UUID).replace("meeting_id", "webinar_id"));

        assertThat(deliver(1)).isEmpty();

        assertThat(JSON.readTree(s3.bytes(KEYS.get(1))).get("source").asText()).isEqualTo("past");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T08:59:59Z", "2026-11-15T09:00:00Z"})
    void aBlockedUuidWhoseNumberHasAnEarlierInstanceIsNotThereYet(String start) {
        block(start);

        assertThat(deliver(1)).hasSize(1);

        assertThat(log.text()).contains("blocks the UUID " + UUID, "Zoom does not have the later one yet");
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T09:00:01Z", "2026-11-29T09:00:00Z"})
    void aBlockedUuidWhoseNumberHasALaterInstanceIsGivenUp(String start) {
        block(start);

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEmpty();
        assertThat(sqs.receiveDeadLetters(1)
                        .get(0)
                        .messageAttributes()
                        .get("reason")
                        .stringValue())
                .isEqualTo("OtherInstanceException");
    }

    private void block(String startOfWhatTheNumberHas) {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"));
        DASHBOARD_MEETING.give(zoom, ID, 300, Rows.of(2));
        zoom.always(
                DASHBOARD_MEETING.detailsCall(ID),
                json(Rows.details(ID).replace("2026-11-22T09:00:00Z", startOfWhatTheNumberHas)));
        sqs.send(message(UUID));
    }
}

package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ParticipantList.DASHBOARD_MEETING;
import static org.rollcall.zoom.ParticipantList.PAST_MEETING;
import static org.rollcall.zoom.ParticipantList.REPORT_MEETING;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.json;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.ParticipantList;

/** Only the dashboard lists the participants of a meeting that one user attended. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class OneParticipantTest extends QueueTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsToBeReportedWhereTheDashboardRefuses(int participants) {
        refuseTheDashboard();
        sqs.send(message(participants, Duration.ofHours(5)));

        assertThat(deliver(1)).isEmpty();

        assertDone();
    }

    @ParameterizedTest
    @CsvSource({"REPORT_MEETING", "PAST_MEETING"})
    void theDetailsTellWhatTheMessageDoesNot(ParticipantList list) {
        refuseTheDashboard();
        zoom.always(list.detailsCall(UUID), json("{\"uuid\":\"" + UUID + "\",\"participants_count\":1}"));
        sqs.send(message(null, Duration.ofHours(5)));

        assertThat(deliver(1)).isEmpty();

        assertDone();
    }

    @Test
    void itIsLookedForUntilFourHoursAfterItsEnd() {
        refuseTheDashboard();
        sqs.send(message(1, Duration.ofHours(3)));

        assertThat(deliver(1)).hasSize(1);

        assertThat(log.text()).contains("It is tried again");
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @Test
    void moreParticipantsAreLookedForLonger() {
        refuseTheDashboard();
        zoom.always(PAST_MEETING.detailsCall(UUID), json("{\"participants_count\":1}"));
        sqs.send(message(2, Duration.ofHours(5)));

        assertThat(deliver(1)).hasSize(1);
    }

    @Test
    void aDashboardThatAnswersWouldHaveIt() {
        sqs.send(message(1, Duration.ofHours(5)));

        assertThat(deliver(1)).hasSize(1);

        assertThat(zoom.count(DASHBOARD_MEETING.call(UUID))).isEqualTo(2);
    }

    @Test
    void aReportThatRefusesDoesNotMeanThatTheDashboardDoes() {
        zoom.always(REPORT_MEETING.anyCall(), error(400, 200, "No permission."));
        sqs.send(message(1, Duration.ofHours(5)));

        assertThat(deliver(1)).hasSize(1);
    }

    @Test
    void noRowsAreWaitedFor() {
        zoom.meeting(UUID, "past", 300, List.of());
        sqs.send(message(30, Duration.ofMinutes(5)));

        assertThat(deliver(1)).hasSize(1);

        assertThat(log.text()).contains("Zoom has no participants of meeting " + UUID + " yet", "It is tried again");
        assertThat(s3.keys()).isEmpty();
    }

    private void refuseTheDashboard() {
        zoom.always(DASHBOARD_MEETING.anyCall(), error(400, 200, "No permission."));
    }

    private void assertDone() {
        assertThat(sqs.count()).isZero();
        assertThat(sqs.countDeadLetters()).isZero();
        assertThat(s3.keys()).isEmpty();
        assertThat(log.text()).contains("Zoom counts one participant at most, and only its dashboard lists those");
        assertThat(zoom.count(PAST_MEETING.call(UUID))).isEqualTo(1);
    }

    private String message(Integer participants, Duration ago) {
        return """
                {"meeting_id":"%s","meeting":{"id":"93201235621","uuid":"%s","start_time":"%s","end_time":"%s"%s}}"""
                .formatted(
                        UUID,
                        UUID,
                        clock.instant().minus(ago).minusSeconds(600),
                        clock.instant().minus(ago),
                        participants == null ? "" : ",\"participants\":" + participants);
    }
}

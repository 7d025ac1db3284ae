package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.error;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ParticipantList;

/** The order of {@code ZOOM_SOURCES}. */
@QuarkusTest
@TestProfile(SourcesInOrderTest.Profile.class)
class SourcesInOrderTest extends ComponentTest {
    private static final String EVENT = "{\"meeting_id\":\"" + ID + "\"}";

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zoom.sources", "past,report");
        }
    }

    @Test
    void theFirstIsAskedFirst() {
        ParticipantList.PAST_MEETING.give(zoom, ID, 300, ParticipantList.PAST_MEETING.rows(2));
        ParticipantList.REPORT_MEETING.give(zoom, ID, 300, ParticipantList.REPORT_MEETING.rows(2));

        LambdaService.succeed(EVENT).body("source", equalTo("past"));
        zoom.always(ParticipantList.PAST_MEETING.anyCall(), error(400, 4711, "past says no."));
        LambdaService.succeed(EVENT).body("source", equalTo("report"));

        assertThat(zoom.requestLines()).noneMatch(line -> line.contains("/metrics/"));
    }

    @Test
    void theErrorHasTheTypeOfTheFirst() {
        zoom.always(ParticipantList.REPORT_MEETING.anyCall(), error(400, 200, "report says no."));
        zoom.always(ParticipantList.PAST_MEETING.anyCall(), error(400, 4711, "past says no."));

        Failure failure = fail(EVENT);

        assertThat(failure.name()).isEqualTo("MissingScopeException");
        assertThat(failure.message().indexOf("past says no."))
                .isBetween(0, failure.message().indexOf("report says no."));
    }

    @Test
    void anEventCanAskForOneThatIsNotAmongThem() {
        ParticipantList.DASHBOARD_MEETING.give(zoom, ID, 300, ParticipantList.DASHBOARD_MEETING.rows(2));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"source\":\"dashboard\"}")
                .body("source", equalTo("dashboard"));
    }

    @Test
    void aMeetingThatGoesOnNeedsTheDashboard() {
        assertThat(fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"live\"}").message())
                .contains("Add dashboard to ZOOM_SOURCES");
        assertThat(zoom.calls()).isEmpty();
    }
}

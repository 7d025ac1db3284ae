package org.rollcall.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ParticipantList.DASHBOARD_MEETING;
import static org.rollcall.zoom.ParticipantList.PAST_MEETING;
import static org.rollcall.zoom.ParticipantList.REPORT_MEETING;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ParticipantList;
import org.rollcall.zoom.api.Rows;

/** The dashboard does not have a meeting that the report has. */
@QuarkusTest
class NotFoundTest extends ComponentTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String EVENT = "{\"meeting_id\":\"" + UUID + "\"}";

    @BeforeEach
    void onlyTheReportHasIt() {
        REPORT_MEETING.give(zoom, UUID, 300, REPORT_MEETING.rows(2));
        REPORT_MEETING.give(zoom, ID, 300, REPORT_MEETING.rows(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT3H59M"})
    void untilFourHoursAfterItsEndThatMeansNotYet(Duration ago) {
        zoom.details(UUID, "past", ended(ago));

        assertThat(fail(EVENT).name()).isEqualTo("MeetingNotFoundException");
        assertNoOtherIsAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4H1M", "PT2000H"})
    void laterTheNextSourceIsAsked(Duration ago) {
        zoom.details(UUID, "past", ended(ago));

        LambdaService.succeed(EVENT).body("source", equalTo("report")).body("total_records", equalTo(2));
    }

    @Test
    void theNextIsAskedWhenNobodyKnowsItsEndAndItDoesNotGoOn() {
        LambdaService.succeed("{\"meeting_id\":\"" + UUID + "\",\"type\":\"past\"}")
                .body("source", equalTo("report"));
        LambdaService.succeed(EVENT).body("source", equalTo("report"));
    }

    @Test
    void noOtherIsAskedWhenNobodyKnowsItsEndAndItGoesOn() {
        zoom.details(UUID, "live", "{\"uuid\":\"" + UUID + "\",\"start_time\":\"2026-11-22T09:00:00Z\"}");

        assertThat(fail("{\"meeting_id\":\"" + UUID + "\",\"type\":\"past\"}").name())
                .isEqualTo("MeetingNotFoundException");
        assertNoOtherIsAsked();
    }

    @Test
    void anEndThatZoomSaysIsItsZeroTimeIsUnknown() {
        zoom.details(UUID, "past", "{\"uuid\":\"" + UUID + "\",\"end_time\":\"0001-01-01T00:00:00Z\"}")
                .details(UUID, "live", "{\"uuid\":\"" + UUID + "\"}");

        assertThat(fail("{\"meeting_id\":\"" + UUID + "\",\"type\":\"past\"}").name())
                .isEqualTo("MeetingNotFoundException");
        assertNoOtherIsAsked();
    }

    @Test
    void aNumberIsNotLookedForElsewhereAsAnotherInstanceCouldAnswer() {
        zoom.details(ID, "past", ended(Duration.ofDays(30)));

        assertThat(failForPast().name()).isEqualTo("MeetingNotFoundException");
        assertNoOtherIsAsked();
    }

    @Test
    void theEndThatAnEventTellsNeedNotBeAskedFor() {
        String event =
                """
                {"event":"meeting.ended","payload":{"object":{"id":"%s","uuid":"%s","end_time":"%s"}}}""";

        assertThat(fail(event.formatted(ID, UUID, clock.instant().minus(Duration.ofHours(1))))
                        .name())
                .isEqualTo("MeetingNotFoundException");
        assertThat(zoom.count(detailsCall(UUID, "past"))).isZero();
        LambdaService.succeed(event.formatted(ID, UUID, clock.instant().minus(Duration.ofHours(5))))
                .body("source", equalTo("report"));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, MeetingNotFoundException", "PT5H, "})
    void noRowsOfWhatHasEndedAreNoReport(Duration ago, String failure) {
        zoom.participants(UUID, "past", 300, 0, List.of()).details(UUID, "past", ended(ago));

        if (failure == null) {
            LambdaService.succeed(EVENT).body("source", equalTo("report"));
        } else {
            Failure said = fail(EVENT);
            assertThat(said.name()).isEqualTo(failure);
            assertThat(said.message()).contains("no participants of meeting " + UUID + " yet");
            assertNoOtherIsAsked();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"total_records\":0,", "\"total_records\":null,"})
    void noRowsAndATokenAreNoReportEither(String total) {
        zoom.always(
                DASHBOARD_MEETING.call(ID), json("{" + total + "\"next_page_token\":\"more\",\"participants\":[]}"));

        assertThat(failForPast().name()).isEqualTo("MeetingNotFoundException");
        assertThat(zoom.count(DASHBOARD_MEETING.call(ID))).isEqualTo(1);
    }

    @Test
    void rowsThatAreGoneWhenTheyAreReadAgainAreNoReport() {
        String none = "{\"participants\":[]}";
        String some = "{\"next_page_token\":\"more\",\"participants\":[" + Rows.row(1) + "]}";
        zoom.always(DASHBOARD_MEETING.call(ID), json(none))
                .next(DASHBOARD_MEETING.call(ID), json(some), error(400, 300, "The next page token is expired."));

        assertThat(failForPast().name()).isEqualTo("MeetingNotFoundException");
    }

    @Test
    void aLiveMeetingNeedNotHaveAnybodyInIt() {
        zoom.meeting(ID, "live", 300, List.of());

        LambdaService.succeed(LambdaService.event(ID, "live"))
                .body("total_records", equalTo(0))
                .body("complete", equalTo(false));
    }

    @Test
    void aUuidThatIsNowhereIsNotFoundHoweverOftenThatIsSaid() {
        zoom.reset();

        assertThat(fail(EVENT).name()).isEqualTo("MeetingNotFoundException");

        for (ParticipantList list : List.of(REPORT_MEETING, PAST_MEETING)) {
            assertThat(zoom.count(list.call(UUID))).isEqualTo(1);
        }
    }

    @Test
    void aFailureOfTheDetailsIsNotTakenForAnAnswer() {
        ResponseDefinitionBuilder failure = html(502, "Bad gateway");
        zoom.always(detailsCall(UUID, "past"), failure);

        assertThat(fail(EVENT).name()).isEqualTo("ZoomUnavailableException");
        assertNoOtherIsAsked();
    }

    private String ended(Duration ago) {
        return "{\"uuid\":\"%s\",\"id\":%s,\"start_time\":\"2026-01-01T00:00:00Z\",\"end_time\":\"%s\"}"
                .formatted(UUID, ID, clock.instant().minus(ago));
    }

    private void assertNoOtherIsAsked() {
        assertThat(zoom.count(REPORT_MEETING.anyCall())).isZero();
        assertThat(zoom.count(PAST_MEETING.anyCall())).isZero();
    }
}

package org.rollcall.lambda.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ParticipantList.DASHBOARD_MEETING;
import static org.rollcall.zoom.ParticipantList.PAST_MEETING;
import static org.rollcall.zoom.ParticipantList.REPORT_MEETING;
import static org.rollcall.zoom.ZoomStandIn.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ParticipantList;

/** Pages that do not end do not take the account all the requests of its day. */
@QuarkusTest
class EndlessPagesTest extends ComponentTest {
    private static final int ATTEMPTS = 3;
    /** Pages that are asked for before it is known that nobody needs them. */
    private static final int AHEAD = 2;

    private static final String NEW_TOKEN = "\"next_page_token\":\"{{randomValue length=20 type='ALPHANUMERIC'}}\",";
    private static final String NEW_ROW =
            "\"participants\":[{\"id\":\"{{randomValue length=20 type='ALPHANUMERIC'}}\"}]}";

    @ParameterizedTest
    @MethodSource("chains")
    void areReadNoFurtherThanTheyCanBelieved(ParticipantList list, String page, String problem, int most) {
        zoom.always(list.call(ID), page(page));

        Failure failure =
                fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"past\",\"source\":\"" + list.source() + "\"}");

        assertThat(failure.name()).isEqualTo("IncompleteReportException");
        assertThat(failure.message()).contains(problem, ID, "othing was stored");
        assertThat(zoom.count(list.call(ID))).isBetween(1, most);
    }

    static Stream<Arguments> chains() {
        return Stream.of(DASHBOARD_MEETING, REPORT_MEETING, PAST_MEETING)
                .flatMap(list -> Stream.of(
                        Arguments.of(list, "{" + NEW_TOKEN + NEW_ROW, "did not end after 1000", 1000 + AHEAD),
                        Arguments.of(
                                list,
                                "{\"total_records\":3," + NEW_TOKEN + NEW_ROW,
                                "announced 3 rows and sent more",
                                ATTEMPTS * (4 + AHEAD)),
                        Arguments.of(
                                list,
                                "{" + NEW_TOKEN + "\"participants\":[{\"id\":\"1\"}]}",
                                "sent the same page twice",
                                ATTEMPTS * (2 + AHEAD)),
                        Arguments.of(
                                list,
                                "{\"next_page_token\":\"again\"," + NEW_ROW,
                                "sent the same page token twice",
                                ATTEMPTS * (2 + AHEAD))));
    }

    @Test
    void aTotalThatGrowsIsFollowedAsFarAsItGoes() {
        zoom.always(DASHBOARD_MEETING.call(ID), page("{\"total_records\":2," + NEW_TOKEN + NEW_ROW))
                .next(DASHBOARD_MEETING.call(ID), page("{\"total_records\":1," + NEW_TOKEN + NEW_ROW));

        assertThat(fail(LambdaService.event(ID, "past")).message()).contains("announced 2 rows and sent more");
    }

    @Test
    void aPageWithoutRowsIsTheLastWhateverItsToken() {
        zoom.always(DASHBOARD_MEETING.call(ID), page("{" + NEW_TOKEN + "\"participants\":[]}"))
                .next(DASHBOARD_MEETING.call(ID), page("{" + NEW_TOKEN + NEW_ROW), page("{" + NEW_TOKEN + NEW_ROW));

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(2))
                .body("complete", equalTo(true));

        assertThat(zoom.count(DASHBOARD_MEETING.call(ID))).isLessThanOrEqualTo(3 + AHEAD);
    }

    @Test
    void aPageWithoutRowsBeforeTheAnnouncedOnesAreThereIsNoReport() {
        zoom.always(DASHBOARD_MEETING.call(ID), page("{\"total_records\":3," + NEW_TOKEN + "\"participants\":[]}"))
                .next(DASHBOARD_MEETING.call(ID), page("{\"total_records\":3," + NEW_TOKEN + NEW_ROW));

        assertThat(fail(LambdaService.event(ID, "past")).message())
                .contains("announced 3 rows")
                .contains("sent ");
    }

    @Test
    void aLiveMeetingEndsAtTheFirstRowBeyondWhatWasAnnounced() {
        zoom.always(DASHBOARD_MEETING.call(ID), page("{\"total_records\":3," + NEW_TOKEN + NEW_ROW));

        LambdaService.succeed(LambdaService.event(ID, "live"))
                .body("total_records", equalTo(4))
                .body("complete", equalTo(false));

        assertThat(zoom.count(DASHBOARD_MEETING.call(ID))).isLessThanOrEqualTo(4 + AHEAD);
    }

    private static ResponseDefinitionBuilder page(String template) {
        return json(template).withTransformers("response-template");
    }
}

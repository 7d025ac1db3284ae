package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;
import static org.rollcall.zoom.ZoomStandIn.tokenCall;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.api.Rows;

/** The handler report, with less time than the event server gives. */
@QuarkusTest
class DeadlineTest extends TimedReportTest {
    private static final int HALF_A_MINUTE = 30_000;

    private static final Map<String, MappingBuilder> CALLS = Map.of(
            "token", tokenCall(),
            "first page", pageCall(ID, "past", 1),
            "second page", pageCall(ID, "past", 2),
            "details", detailsCall(ID, "past"));

    @ParameterizedTest
    @ValueSource(strings = {"token", "first page", "second page", "details"})
    void endsBeforeItsTimeDoesWhenZoomIsSlow(String call) {
        zoom.always(CALLS.get(call), json("{}").withFixedDelay(HALF_A_MINUTE));

        LambdaService.assertFails(() -> receipt(1_500), "OutOfTimeException")
                .hasMessageContaining(ID)
                .hasMessageContaining("longer timeout");
        assertThat(s3.keys()).isEmpty();

        // Nor does what was left behind hold up the next report.
        zoom.reset();
        zoom.meeting(ID, "past", 2, Rows.of(3));
        LambdaService.succeed(LambdaService.event(ID, "past")).body("total_records", equalTo(3));
    }

    @Test
    void endsBeforeItsTimeDoesWhenAPageTrickles() {
        zoom.always(
                pageCall(ID, "past", 2), json(Rows.page(3, "", Rows.of(1))).withChunkedDribbleDelay(20, HALF_A_MINUTE));

        LambdaService.assertFails(() -> receipt(2_500), "OutOfTimeException").hasMessageContaining(ID);
        assertThat(s3.keys()).isEmpty();

        zoom.reset();
        zoom.meeting(ID, "past", 2, Rows.of(3));
        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(3));
    }

    @Test
    void doesNotWaitForALimitThatOutlastsItsTime() {
        zoom.always(pageCall(ID, "past", 1), error(429, 429, "Too many").withHeader("Retry-After", "20"));

        LambdaService.assertFails(() -> receipt(20_000), "RateLimitedException");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @Test
    void makesNoReportInNoTime() {
        LambdaService.assertFails(() -> receipt(900), "OutOfTimeException");
        assertThat(s3.keys()).isEmpty();
    }
}

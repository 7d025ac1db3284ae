package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.TestClock;
import org.rollcall.store.S3StandIn;
import org.rollcall.zoom.Rows;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;

@QuarkusTest
@WithTestResource(ZoomStandInResource.class)
@WithTestResource(S3StandIn.class)
class ReportHandlerTest {
    static final String ID = "93201235621";

    ZoomStandIn zoom;
    S3StandIn s3;

    @Inject
    TestClock clock;

    @BeforeEach
    void begin() {
        zoom.reset();
        s3.empty();
        clock.outliveTokens();
    }

    @Test
    void storesEveryPageAndAnswersWithAReceipt() {
        zoom.meeting(ID, "past", 300, Rows.of(637));

        Door.invoke("{\"meeting_id\":\"" + ID + "\"}")
                .statusCode(200)
                .body("meeting.id", equalTo(ID))
                .body("type", equalTo("past"))
                .body("total_records", equalTo(637))
                .body("zoom_calls", equalTo(5))
                .body("complete", equalTo(true))
                .body("documents", hasSize(2));
        assertThat(s3.keys()).hasSize(2);
        System.err.println(zoom.requestLines());
        System.err.println(s3.keys());
    }
}

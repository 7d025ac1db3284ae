package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.store.S3StandIn;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;
import org.rollcall.zoom.api.Rows;

/** The function between stand-ins for Zoom and S3, cold before every test. Whatever happens, nothing secret is said. */
@WithTestResource(ZoomStandInResource.class)
@WithTestResource(S3StandIn.class)
public abstract class ComponentTest {
    protected static final String ID = "93201235621";

    protected ZoomStandIn zoom;
    protected S3StandIn s3;
    protected LogRecords log;

    @Inject
    protected TestClock clock;

    @BeforeEach
    void beginCold() {
        zoom.reset();
        s3.empty();
        clock.outliveTokens();
        log = LogRecords.capture();
    }

    @AfterEach
    void nothingSecretIsLogged() {
        log.close();
        assertNothingSecretIn(log.text());
    }

    /** Invokes the function for a past meeting, which has to fail, say nothing secret and store nothing. */
    protected Failure failForPast() {
        return fail(LambdaService.event(ID, "past"));
    }

    /** Invokes the function, which has to fail, say nothing secret and store nothing. */
    protected Failure fail(String event) {
        Failure failure = LambdaService.fail(event);
        assertNothingSecretIn(failure.message());
        assertThat(s3.keys()).isEmpty();
        return failure;
    }

    private static void assertNothingSecretIn(String text) {
        String basic = Base64.getEncoder()
                .encodeToString(
                        (ZoomStandIn.CLIENT_ID + ":" + ZoomStandIn.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(text)
                .doesNotContain(ZoomStandIn.TOKEN, ZoomStandIn.CLIENT_SECRET, basic, Rows.NAME, "@example.com")
                .doesNotContain("192.0.2.");
    }
}

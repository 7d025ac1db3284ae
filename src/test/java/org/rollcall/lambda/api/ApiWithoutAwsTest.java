package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.ask;
import static org.rollcall.lambda.api.ApiAnswers.askInTime;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;
import org.rollcall.zoom.api.Rows;

/** The handler api where reports go to a directory and there is no queue. */
@QuarkusTest
@TestProfile(ApiWithoutAwsTest.Profile.class)
@WithTestResource(ZoomStandInResource.class)
class ApiWithoutAwsTest {
    private static final String ID = "93201235621";
    private static final Path DIRECTORY = Path.of("target", "reports-without-aws");

    ZoomStandIn zoom;

    @Inject
    ApiHandler handler;

    public static class Profile extends ApiProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("report.destination", "file:" + DIRECTORY.toAbsolutePath());
            return settings;
        }
    }

    @BeforeEach
    void begin() {
        zoom.reset();
    }

    @Test
    void saysHowToGetAReportThatNoLinkCanLeadTo() {
        zoom.meeting(ID, "past", 1, ApiAnswers.LARGE);

        assertThat(problem(ask(HttpEvents.get("/meetings/" + ID + "/participants")), 413))
                .contains("Accept-Encoding: gzip", "REPORT_DESTINATION");
        assertThat(DIRECTORY).doesNotExist();
    }

    @Test
    void isOutOfTimeWhereThereIsNoQueue() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(3));
        zoom.always(ZoomStandIn.pageCall(ID, "past", 2), ZoomStandIn.json("{}").withFixedDelay(30_000));

        assertThat(problem(askInTime(handler, HttpEvents.get("/meetings/" + ID + "/participants"), 3_000), 504))
                .contains(ID, "longer timeout");
    }
}

package org.rollcall.lambda.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;
import static org.rollcall.zoom.ZoomStandIn.pageToken;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.lambda.TemporaryFiles;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class MakeReportTest extends ComponentTest {
    private static final ResponseDefinitionBuilder EXPIRED =
            error(300, 300, "The next page token is invalid or expired.");

    private final List<Path> before = TemporaryFiles.ofReports();

    @BeforeEach
    void threePages() {
        zoom.meeting(ID, "past", 2, Rows.of(5));
    }

    @AfterEach
    void leavesNoTemporaryFiles() {
        assertThat(TemporaryFiles.ofReports()).isEqualTo(before);
    }

    @Test
    void readsAgainFromPageOneWhenAPageTokenExpired() {
        zoom.next(pageCall(ID, "past", 3), EXPIRED, error(400, 300, "Expired."));

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(5))
                .body("complete", equalTo(true))
                .body("zoom_calls", equalTo(2 + 3 * 3));
        assertThat(s3.text(s3.keys().stream()
                                .filter(key -> key.endsWith("csv"))
                                .findFirst()
                                .orElseThrow())
                        .lines())
                .hasSize(6);
    }

    @Test
    void failsWhenAPageTokenExpiresEveryTime() {
        zoom.always(pageCall(ID, "past", 2), EXPIRED);

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("IncompleteReportException");
        assertThat(failure.message()).contains(ID, "code 300", "3 times", "nothing was stored", "Ask again later");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(3);
    }

    @Test
    void readsAgainWhenTheTokenChainRepeatsItself() {
        zoom.next(pageCall(ID, "past", 3), json(Rows.page(5, pageToken(ID, 2), Rows.of(1))));

        LambdaService.succeed(LambdaService.event(ID, "past")).body("total_records", equalTo(5));
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(2);
    }

    @Test
    void failsWhenTheTokenChainNeverEnds() {
        zoom.always(pageCall(ID, "past", 2), json(Rows.page(5, pageToken(ID, 2), Rows.of(1))));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("IncompleteReportException");
        assertThat(failure.message()).contains(ID, "same page token twice", "nothing was stored");
    }

    @Test
    void readsAgainWhenTheTotalDoesNotAddUp() {
        zoom.next(pageCall(ID, "past", 3), json(Rows.page(6, "", Rows.of(1))));

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(5))
                .body("complete", equalTo(true));
    }

    @Test
    void storesNothingWhenTheTotalNeverAddsUp() {
        zoom.reset();
        zoom.participants(ID, "past", 2, 637, Rows.of(5)).details(ID, "past", Rows.details(ID));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("IncompleteReportException");
        assertThat(failure.message())
                .contains("announced 637 rows", ID, "sent 5", "3 times", "nothing was stored", "Ask again later");
        assertThat(zoom.calls()).hasSize(2 + 3 * 3);
    }

    @Test
    void failsRatherThanStoreWhatZoomSendsTooMuchOf() {
        zoom.reset();
        zoom.participants(ID, "past", 2, 4, Rows.of(5)).details(ID, "past", Rows.details(ID));

        assertThat(failForPast().name()).isEqualTo("IncompleteReportException");
    }

    @Test
    void keepsRowsThatNobodyDocumented() throws IOException {
        List<String> odd = List.of(
                "{}",
                "null",
                "\"Zoe\"",
                "{\"user_name\":null,\"email\":null}",
                "{\"user_name\":42,\"join_time\":[1.10,{\"a\":1e5}],\"role\":{\"x\":null}}",
                "{\"user_name\":\"" + "n".repeat(10_000) + "\"}",
                "{\"user_name\":\"👩‍👩‍👧 \\u05e9\\u05dc\\u05d5\\u05dd \\u0000\\u0007\\ud800,\\\"\\r\\n;\"}",
                "{\"user_name\":\"=cmd|' /C calc'!A0\",\"=1+1\":\"=2\"}",
                "{\"big\":123456789012345678901234567890,\"user_name\":\"\"}");
        zoom.reset();
        zoom.meeting(ID, "past", 2, odd);

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"json\",\"csv\",\"ndjson\"]}")
                .body("total_records", equalTo(odd.size()));

        String json = s3.text(key("json"));
        odd.forEach(row -> assertThat(json).contains(row));
        List<String> lines = s3.text(key("ndjson")).lines().toList();
        assertThat(lines).hasSameSizeAs(odd);
        for (int i = 0; i < odd.size(); i++) {
            assertThat(lines.get(i)).startsWith(odd.get(i).replaceFirst("}$", ""));
        }
        assertThat(s3.text(key("csv"))).contains("n".repeat(10_000), "👩‍👩‍👧 שלום", "'=cmd|' /C calc'!A0");
    }

    private String key(String format) {
        return s3.keys().stream()
                .filter(key -> key.startsWith("zoom/" + format + "/"))
                .findFirst()
                .orElseThrow();
    }
}

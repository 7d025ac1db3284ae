package org.rollcall.zoom.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.rollcall.zoom.ZoomStandIn.dailyLimit;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class ZoomCallsTest extends ComponentTest {
    private static final String PAGE = Rows.page(3, "", Rows.of(3));

    private static final Map<String, ResponseDefinitionBuilder> PASSING = Map.ofEntries(
            Map.entry("429", error(429, 429, "You have reached the maximum per-second rate limit.")),
            Map.entry(
                    "429 that names its kind",
                    error(429, 429, "Too many")
                            .withHeader("X-RateLimit-Type", "QPS")
                            .withHeader("Retry-After", "0")),
            Map.entry("500", error(500, 0, "Internal error")),
            Map.entry("502 by a proxy", html(502, "Bad Gateway")),
            Map.entry("503 without a body", aResponse().withStatus(503)),
            Map.entry("408", aResponse().withStatus(408)),
            Map.entry("204", aResponse().withStatus(204)),
            Map.entry("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
            Map.entry("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
            Map.entry("garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
            Map.entry("random data", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
            Map.entry("truncated page", json(PAGE.substring(0, PAGE.length() - 20))),
            Map.entry("empty 200", json("")),
            Map.entry("HTML 200", html(200, "Please sign in")),
            Map.entry("a page without participants", json("{\"page_count\":1,\"total_records\":3}")),
            Map.entry("JSON that is no page", json("[]")),
            Map.entry("gzip that is none", json(PAGE).withHeader("Content-Encoding", "gzip")));

    static List<String> passing() {
        return PASSING.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void asksAgainAfterAFailureThatPasses(String failure) {
        ResponseDefinitionBuilder answer = PASSING.get(failure);
        // Of a meeting every field can be absent: an object is whole.
        ResponseDefinitionBuilder noDetails = failure.contains("participants") ? PASSING.get("500") : answer;
        zoom.meeting(ID, "past", 2, Rows.of(3))
                .next(pageCall(ID, "past", 1), answer, answer)
                .next(pageCall(ID, "past", 2), answer)
                .next(detailsCall(ID, "past"), noDetails);

        LambdaService.succeed(LambdaService.event(ID, "past"))
                .body("total_records", equalTo(3))
                .body("zoom_calls", equalTo(4 + 4));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void givesUpAfterFiveTriesAndSaysWhatHappened(String failure) {
        zoom.always(pageCall(ID, "past", 1), PASSING.get(failure));

        Failure said = failForPast();

        assertThat(said.name())
                .isEqualTo(failure.startsWith("429") ? "RateLimitedException" : "ZoomUnavailableException");
        assertThat(said.message()).contains(ID).contains("Ask again later");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(5);
    }

    @Test
    void quotesTheFirstWordsOfAProxysPage() {
        zoom.always(pageCall(ID, "past", 1), html(200, "Please sign in"));
        assertThat(failForPast().message()).contains("begins with: Please sign in.");

        zoom.always(pageCall(ID, "past", 1), html(502, "Bad Gateway"));
        assertThat(failForPast().message()).contains("HTTP 502: Bad Gateway");
    }

    @Test
    void quotesNoParticipantsOfAPageThatBroke() {
        zoom.always(pageCall(ID, "past", 1), json(PAGE.substring(0, PAGE.length() - 20)));
        assertThat(failForPast().message()).contains("bytes that are not a whole page");

        zoom.always(pageCall(ID, "past", 1), json("[" + Rows.row(1)).withStatus(500));
        assertThat(failForPast().message()).contains("HTTP 500");

        zoom.always(pageCall(ID, "past", 1), json("\"" + Rows.NAME + "\"").withStatus(400));
        assertThat(failForPast().message()).contains("HTTP 400: a body that is not whole");
    }

    @ParameterizedTest
    @CsvSource({"401,124", "400,300", "300,300", "404,3001", "404,1001", "400,1010", "403,1", "500,0"})
    void quotesNobodyWhomZoomNames(int status, int code) {
        String message = "User Anna Smith (anna.smith@example.org, 81234567890) does not exist: eyJhbGciOi.x_y";
        zoom.always(pageCall(ID, "past", 1), error(status, code, message));

        assertThat(failForPast().message())
                .contains("HTTP " + status, "User … (…, …) does not exist: …)")
                .doesNotContain("Anna", "anna", "81234567890", "eyJ");
    }

    @Test
    void outlastsAStormOfEveryRateLimit() {
        String past = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minusSeconds(60).atZone(ZoneOffset.UTC));
        zoom.meeting(ID, "past", 300, Rows.of(3))
                .next(
                        pageCall(ID, "past", 1),
                        tooMany("0"),
                        tooMany(past),
                        tooMany(clock.instant().minusSeconds(1).toString()),
                        error(429, 429, "Too many"));

        LambdaService.succeed(LambdaService.event(ID, "past")).body("zoom_calls", equalTo(3 + 4));
    }

    // Lambda leaves a quarter of an hour: Zoom's hour is understood, or the call would be tried again.
    @ParameterizedTest
    @ValueSource(strings = {"seconds", "date", "instant"})
    void doesNotWaitLongerThanItsTime(String spelling) {
        var then = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        zoom.always(
                pageCall(ID, "past", 1),
                tooMany(
                        switch (spelling) {
                            case "seconds" -> "3600";
                            case "date" -> DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atZone(ZoneOffset.UTC));
                            default -> then.toString();
                        }));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("RateLimitedException");
        assertThat(failure.message()).contains("rate limit", ID, "429");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @Test
    void doesNotAskAgainBeforeZoomIsBack() {
        zoom.always(pageCall(ID, "past", 1), error(503, 503, "Maintenance.").withHeader("Retry-After", "3600"));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("ZoomUnavailableException");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @Test
    void saysWhenADailyLimitResetsAndDoesNotTryAgain() {
        zoom.always(pageCall(ID, "past", 1), dailyLimit("2126-11-23T00:00:00Z"));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("DailyLimitReachedException");
        assertThat(failure.message()).contains("daily limit", ID, "It resets at 2126-11-23T00:00:00");
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    400; 4711; MissingScopeException;           dashboard_meetings:read:admin
                    401; 4711; MissingScopeException;           dashboard_meetings:read:admin
                    403; 104;  MissingScopeException;           dashboard:read:list_meeting_participants:admin
                    400; 200;  DashboardNotAvailableException;  Business plan
                    400; 300;  RequestRefusedException;         a meeting's or a webinar's
                    300; 300;  RequestRefusedException;         Look whether the ID is right
                    400; 1010; RequestRefusedException;         HTTP 400, code 1010: request denied
                    404; 3001; MeetingNotFoundException;        six months
                    400; 3001; MeetingNotFoundException;        six months
                    """)
    void saysWhatToDoAboutARefusalAndDoesNotTryAgain(int status, int code, String exception, String advice) {
        zoom.always(pageCall(ID, "past", 1), error(status, code, "request denied"));

        Failure failure = fail("{\"meeting_id\":\"" + ID + "\",\"type\":\"past\",\"source\":\"dashboard\"}");

        assertThat(failure.name()).isEqualTo(exception);
        assertThat(failure.message()).contains(ID, advice, "HTTP " + status, "code " + code, "request denied");
        assertThat(zoom.calls()).hasSize(2);
    }

    @Test
    void saysThatAFirewallBlocksTheId() {
        zoom.always(pageCall("abc//de==", "past", 1), html(403, "Access Denied"));

        Failure failure = fail(LambdaService.event("abc//de==", "past"));

        assertThat(failure.name()).isEqualTo("MeetingBlockedException");
        assertThat(failure.message()).contains("abc//de==", "403", "Access Denied", "number instead of its UUID");
        assertThat(zoom.calls()).hasSize(2);
    }

    @Test
    void keepsRefusalsOnLogLinesOfItsOwnShort() {
        zoom.always(pageCall(ID, "past", 1), error(400, 1010, "x".repeat(5000)));

        assertThat(failForPast().message()).hasSizeLessThan(400);
    }

    @Test
    void readsWhatComesCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        zoom.details(ID, "past", Rows.details(ID))
                .always(
                        pageCall(ID, "past", 1),
                        json("").withHeader("Content-Encoding", "gzip").withBody(bytes.toByteArray()));

        LambdaService.succeed(LambdaService.event(ID, "past")).body("total_records", equalTo(3));

        assertThat(zoom.requests())
                .filteredOn(request -> request.getUrl().contains("participants"))
                .allMatch(request -> request.getHeader("Accept-Encoding").contains("gzip"));
    }

    @Test
    void keepsItsConnectionAlive() {
        zoom.meeting(ID, "past", 1, Rows.of(12));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.connections()).isLessThanOrEqualTo(3);
    }

    private static ResponseDefinitionBuilder tooMany(String retryAfter) {
        return error(429, 429, "You have reached the maximum per-second rate limit.")
                .withHeader("Retry-After", retryAfter);
    }
}

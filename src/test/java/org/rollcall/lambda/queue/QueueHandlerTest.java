package org.rollcall.lambda.queue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.LogRecords;
import org.rollcall.TestClock;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.store.S3StandIn;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.Rows;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.ZoomStandInResource;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function between stand-ins for SQS, Zoom and S3; the test plays Lambda's poller, which deletes what is done. */
@QuarkusTest
@TestProfile(QueueHandlerTest.Profile.class)
@WithTestResource(SqsStandIn.class)
@WithTestResource(ZoomStandInResource.class)
@WithTestResource(S3StandIn.class)
class QueueHandlerTest {
    private static final String ID = "93201235621";
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String OTHER = "aaaaaaaaQmuoKj4854875==";
    private static final List<String> KEYS = List.of(
            "zoom/csv/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.csv",
            "zoom/json/date=2026-11-22/93201235621_L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    SqsStandIn sqs;
    ZoomStandIn zoom;
    S3StandIn s3;

    @Inject
    TestClock clock;

    @Inject
    WorkOffBatch workOffBatch;

    private LogRecords log;
    private Duration ahead;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("quarkus.lambda.handler", "queue");
            settings.put("queue.retry-delay", "PT1S");
            settings.put("report.formats", "json,csv");
            settings.put("aws.lambda.function-name", "rollcall-queue");
            return settings;
        }
    }

    @BeforeEach
    void begin() {
        sqs.empty();
        zoom.reset();
        s3.empty();
        clock.outliveTokens();
        ahead = Duration.between(Instant.now(), clock.instant());
        log = LogRecords.capture();
    }

    @AfterEach
    void nothingSecretIsLogged() {
        log.close();
        assertThat(log.text())
                .doesNotContain(ZoomStandIn.TOKEN, ZoomStandIn.CLIENT_SECRET, Rows.NAME, "@example.com", "réunion");
    }

    @Test
    void storesTheReportOfAMeetingThatEnded() throws IOException {
        zoom.participants(UUID, "past", 300, 637, Rows.of(637));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        JsonNode report = JSON.readTree(s3.bytes(KEYS.get(1)));
        assertThat(report.get("participants")).hasSize(637);
        assertThat(report.get("meeting").get("topic").asText()).isEqualTo("Weekly réunion");
        assertThat(sqs.count()).isZero();
        // The event told what there is to know of the meeting: a token and three pages are all it takes.
        assertThat(zoom.calls()).hasSize(4);
    }

    @Test
    void writesMetricsInCloudWatchsFormat() throws IOException {
        zoom.participants(UUID, "past", 300, 637, Rows.of(637))
                .next(
                        pageCall(UUID, "past", 2),
                        error(429, 429, "Too many requests.").withHeader("Retry-After", "0"));
        sqs.send(message(UUID));
        JsonNode line;
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(1)).isEmpty();
            List<String> lines =
                    out.lines().stream().filter(text -> text.contains("_aws")).toList();
            assertThat(lines).hasSize(1);
            line = JSON.readTree(lines.get(0));
        }

        JsonNode directive = line.get("_aws").get("CloudWatchMetrics").get(0);
        assertThat(line.get("_aws").get("Timestamp").isIntegralNumber()).isTrue();
        assertThat(directive.get("Namespace").asText()).isEqualTo("Rollcall");
        assertThat(directive.get("Dimensions").toString()).isEqualTo("[[\"FunctionName\"]]");
        assertThat(line.get("FunctionName").asText()).isEqualTo("rollcall-queue");
        assertThat(directive.get("Metrics").valueStream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"Name\":\"ReportsStored\",\"Unit\":\"Count\"}",
                        "{\"Name\":\"Rows\",\"Unit\":\"Count\"}",
                        "{\"Name\":\"ZoomCalls\",\"Unit\":\"Count\"}",
                        "{\"Name\":\"ZoomThrottles\",\"Unit\":\"Count\"}",
                        "{\"Name\":\"ZoomRetries\",\"Unit\":\"Count\"}",
                        "{\"Name\":\"QueueToReportTime\",\"Unit\":\"Seconds\"}");
        assertThat(line.get("ReportsStored").asInt()).isEqualTo(1);
        assertThat(line.get("Rows").asInt()).isEqualTo(637);
        assertThat(line.get("ZoomCalls").asInt()).isEqualTo(5);
        assertThat(line.get("ZoomThrottles").asInt()).isEqualTo(1);
        assertThat(line.get("ZoomRetries").asInt()).isEqualTo(1);
        assertThat(line.get("QueueToReportTime").isNumber()).isTrue();
    }

    @Test
    void waitsForAReportThatZoomDoesNotHaveYet() {
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(s3.keys()).isEmpty();
        assertThat(zoom.count(pageCall(UUID, "live", 1))).isZero();

        zoom.participants(UUID, "past", 300, 3, Rows.of(3));

        assertThat(deliver(1)).isEmpty();
        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(sqs.count()).isZero();
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @Test
    void givesUpAReportThatZoomDoesNotHaveAfterADay() {
        sqs.send(message(UUID));
        clock.advance(Duration.ofHours(25));

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter(message(UUID), "MeetingNotFoundException", "Zoom knows no meeting " + UUID);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void givesUpAtTheLastDeliveryThatTheQueueAllows() throws IOException {
        zoom.always(any(anyUrl()), error(503, 503, "Down."));
        sqs.send(message(UUID));
        String event = SqsStandIn.event(sqs.receive(1), ahead)
                .replace("\"ApproximateReceiveCount\":\"1\"", "\"ApproximateReceiveCount\":\"20\"");

        assertThat(failures(event)).isEmpty();

        assertDeadLetter(message(UUID), "ZoomUnavailableException", "503");
    }

    /** Else SQS would move it there, and would not say why. */
    @Test
    void givesUpWhatWouldFailLikeItsNeighbourAtTheLastDelivery() throws IOException {
        zoom.always(ZoomStandIn.tokenCall(), error(400, 0, "Invalid client_id or client_secret"));
        sqs.send(message(UUID));
        List<Message> messages = new ArrayList<>(sqs.receive(1));
        sqs.send(message(OTHER));
        messages.addAll(sqs.receive(1));
        String event = SqsStandIn.event(messages, ahead);
        int second = event.lastIndexOf("\"ApproximateReceiveCount\":\"1\"");
        event = event.substring(0, second)
                + event.substring(second)
                        .replace("\"ApproximateReceiveCount\":\"1\"", "\"ApproximateReceiveCount\":\"20\"");

        assertThat(failures(event)).containsExactly(messages.get(0).messageId());

        assertDeadLetter(message(OTHER), "CredentialsRefusedException", "ZOOM_CLIENT");
        assertThat(zoom.tokenCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void tellsHowLongAMeetingWaits(int status) throws IOException {
        zoom.always(any(anyUrl()), error(status, status, "Not now.").withHeader("Retry-After", "7200"));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));
        clock.advance(Duration.ofHours(5));
        List<JsonNode> lines = new ArrayList<>();
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(2)).hasSize(2);
            for (String text : out.lines()) {
                if (text.contains("_aws")) {
                    lines.add(JSON.readTree(text));
                }
            }
        }

        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.get("_aws")
                            .get("CloudWatchMetrics")
                            .get(0)
                            .get("Metrics")
                            .toString())
                    .contains("{\"Name\":\"WaitingTime\",\"Unit\":\"Seconds\"}");
            assertThat(line.get("WaitingTime").asDouble()).isBetween(5 * 3600.0, 8 * 3600.0);
        });
    }

    @Test
    void findsAMeetingThatOnlyOneUserAttendedWhateverTheMessageSays() {
        zoom.participants(UUID, "pastOne", 300, 1, Rows.of(1)).participants(UUID, "live", 300, 1, Rows.of(1));
        sqs.send(message(UUID).replace("{\"meeting_id\"", "{\"type\":\"live\",\"deliver\":\"return\",\"meeting_id\""));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(s3.text(KEYS.get(1))).contains("\"type\":\"pastOne\"");
    }

    @Test
    void asksForWhatTheMessageDoesNotTell() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2))
                .details(UUID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID));
        sqs.send("{\"meeting_id\":\"" + UUID + "\",\"meeting\":{\"uuid\":\"" + UUID + "\"}}");
        sqs.send("{\"meeting_id\":\"" + UUID + "\"}");

        assertThat(deliver(2)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"event":"meeting.ended","payload":{"object":{"id":93201235621,"uuid":"/ajXp112QmuoKj4854875==",\
                "start_time":"2026-11-22T09:00:00Z"}}}""",
                """
                {"detail-type":"x","detail":{"meetingId":"/ajXp112QmuoKj4854875==","meeting":{"id":"93201235621",\
                "uuid":"/ajXp112QmuoKj4854875==","start_time":"2026-11-22T09:00:00Z"}}}"""
            })
    void understandsWhatZoomAndEventBridgePutOnTheQueue(String body) {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        sqs.send(body);

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
    }

    @Test
    void handsTheRestOfTheBatchBackWhenZoomThrottles() {
        zoom.next(
                pageCall(UUID, "past", 1),
                throttled("0"),
                throttled("0"),
                throttled("0"),
                throttled("0"),
                throttled("1"));
        sqs.send(message(UUID));
        List<Message> messages = new ArrayList<>(sqs.receive(1));
        sqs.send(message(OTHER));
        sqs.send(message(OTHER));
        messages.addAll(sqs.receive(2));

        assertThat(deliver(messages)).hasSize(3);
        assertThat(zoom.count(pageCall(OTHER, "past", 1))).isZero();
        assertThat(s3.keys()).isEmpty();

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(3)).isEmpty();
        assertThat(s3.keys()).hasSize(4);
    }

    @Test
    void leavesALongWaitToTheQueue() {
        zoom.always(pageCall(UUID, "past", 1), throttled("120"));
        sqs.send(message(UUID));

        assertThat(deliver(1)).hasSize(1);

        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);
        assertThat(sqs.count()).isEqualTo(1);
    }

    @Test
    void storesWhatNobodyKnowsMoreOfThanItsId() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send("{\"meeting_id\":\"" + UUID + "\",\"meeting\":{}}");

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).hasSize(2);
    }

    @Test
    void waitsOutADailyLimit() {
        zoom.always(
                pageCall(UUID, "past", 1),
                error(429, 429, "Daily rate limit reached.")
                        .withHeader("X-RateLimit-Type", "Daily-limit")
                        .withHeader("Retry-After", "2"));
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.keys()).isEqualTo(KEYS);
    }

    @Test
    void holdsNobodyBackForANeighbourThatZoomFailsAt() {
        zoom.always(pageCall(OTHER, "past", 1), error(500, 500, "Oops."))
                .participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(OTHER));
        List<Message> messages = new ArrayList<>(sqs.receive(1));
        sqs.send(message(UUID));
        messages.addAll(sqs.receive(1));

        assertThat(deliver(messages)).containsExactly(messages.get(0).messageId());

        assertThat(s3.keys()).isEqualTo(KEYS);
        zoom.reset();
        zoom.participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.keys()).hasSize(4);
    }

    @Test
    void triesAgainWhenTheReportCouldNotBeStored() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        s3.deleteBucket();
        try {
            assertThat(deliver(1)).hasSize(1);
        } finally {
            s3.createBucket();
        }
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.keys()).isEqualTo(KEYS);
    }

    @Test
    void triesAgainWhenThePagesDoNotAddUp() {
        zoom.participants(UUID, "past", 300, 5, Rows.of(3));
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(s3.keys()).isEmpty();
        assertThat(log.text()).contains("announced 5 rows");
    }

    @Test
    void waitsWhileTheCredentialsAreReplaced() {
        zoom.always(ZoomStandIn.tokenCall(), error(400, 0, "Invalid client_id or client_secret"));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));
        assertThat(deliver(2)).hasSize(2);
        // Who is refused once is not asked for a second meeting.
        assertThat(zoom.tokenCalls()).isEqualTo(1);

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(2)).isEmpty();
        assertThat(s3.keys()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void givesUpAtOnceWhatCannotSucceed(ResponseDefinitionBuilder refusal, String reason, String detail) {
        zoom.always(pageCall(OTHER, "past", 1), refusal).participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(OTHER));
        sqs.send(message(UUID));

        assertThat(deliver(2)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        assertDeadLetter(message(OTHER), reason, detail);
        assertThat(sqs.count()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(error(300, 300, "Meeting ID is invalid."), "RequestRefusedException", OTHER),
                Arguments.of(error(400, 300, "Webinar ID."), "RequestRefusedException", "webinar"),
                Arguments.of(error(400, 4711, "No scope."), "MissingScopeException", "dashboard_meetings:read:admin"),
                Arguments.of(error(400, 200, "No permission."), "DashboardNotAvailableException", "Business plan"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no report request",
                "null",
                "[]",
                "\"93201235621\"",
                "{}",
                "{\"meeting_id\":\"\"}",
                "{\"meeting_id\":{\"id\":1}}",
                "{\"meeting_id\":\"93201235621\",\"type\":\"weekly\"}",
                "{\"meeting_id\":\"93201235621\",\"formats\":[\"docx\"]}",
                "{\"meeting_id\":\"93201235621\",\"formats\":{\"a\":[[[]]]}}",
                "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":\"1\"}}}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":7}}"
            })
    void givesUpWhatItDidNotWrite(String body) {
        sqs.send(body);

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter(body, "InvalidRequestException", " is ");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void givesUpRecordsWithoutFields() throws IOException {
        assertThat(failures("{\"Records\":[{},5,null,{\"messageId\":\"m\",\"body\":{\"a\":1},\"attributes\":[]}]}"))
                .isEmpty();
        assertThat(sqs.countDeadLetters()).isEqualTo(4);
    }

    @Test
    void failsForEventsThatAreNotSqss() {
        assertThat(Door.fail("{\"meeting_id\":\"1\"}").name()).isEqualTo("InvalidRequestException");
        assertThat(Door.fail("[]").name()).isEqualTo("InvalidRequestException");
    }

    @Test
    void keepsOnTheQueueWhatCannotBecomeADeadLetter() {
        sqs.deleteDeadLetters();
        try {
            sqs.send("this is no report request");
            assertThat(deliver(1)).hasSize(1);
        } finally {
            sqs.createDeadLetters();
        }
        assertThat(deliver(1)).isEmpty();
        assertDeadLetter("this is no report request", "InvalidRequestException", "JSON");
    }

    @Test
    void asksByTheNumberWhereAFirewallBlocksTheUuid() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"))
                .participants(ID, "past", 300, 2, Rows.of(2))
                .details(ID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @Test
    void storesNoOtherInstanceThanTheOneThatIsBlocked() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked")).meeting(ID, "past", 300, Rows.of(2));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEmpty();
        assertDeadLetter(message(UUID), "OtherInstanceException", "uuid/of+" + ID + "==");
    }

    @Test
    void givesUpABlockedUuidWithoutANumber() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"));
        sqs.send("{\"meeting_id\":\"" + UUID + "\"}");

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter("{\"meeting_id\":\"" + UUID + "\"}", "MeetingBlockedException", "firewall");
        assertThat(zoom.count(detailsCall(UUID, "past"))).isZero();
    }

    @Test
    void makesOneReportOfTenCopies() {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        IntStream.range(0, 10).forEach(i -> sqs.send(message(UUID)));

        assertThat(deliver(10)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void storesTheSameObjectsAfterACrashBetweenStoringAndAnswering() throws IOException {
        zoom.participants(UUID, "past", 300, 2, Rows.of(2));
        sqs.send(message(UUID));
        List<Message> messages = sqs.receive(1);
        failures(SqsStandIn.event(messages, ahead));
        String csv = s3.text(KEYS.get(0));

        assertThat(deliver(messages)).isEmpty();

        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(s3.text(KEYS.get(0))).isEqualTo(csv);
    }

    @Test
    void storesOneSetOfObjectsWhenTwoInstancesWorkAtOnce() throws IOException {
        zoom.participants(UUID, "past", 20, 100, Rows.of(100));
        List<QueueRecord> records = List.of(record(message(UUID)));
        Deadline deadline = Deadline.in(Duration.ofMinutes(15), clock);

        CompletableFuture<List<QueueRecord>> one =
                CompletableFuture.supplyAsync(() -> workOffBatch.workOff(records, deadline));
        List<QueueRecord> other = workOffBatch.workOff(records, deadline);

        assertThat(one.join()).isEmpty();
        assertThat(other).isEmpty();
        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(JSON.readTree(s3.bytes(KEYS.get(1))).get("participants")).hasSize(100);
    }

    @Test
    void handsBackWhatThereIsNoTimeFor() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        List<Message> messages = new ArrayList<>(sqs.receive(1));
        sqs.send(message(OTHER));
        messages.addAll(sqs.receive(1));
        Deadline deadline = almostOverOnceAskedFor(UUID);
        List<QueueRecord> records = messages.stream()
                .map(message -> new QueueRecord(
                        message.messageId(), message.receiptHandle(), message.body(), 1, clock.instant()))
                .toList();

        List<QueueRecord> comeBack = workOffBatch.workOff(records, deadline);

        assertThat(comeBack).containsExactly(records.get(1));
        assertThat(s3.keys()).isEqualTo(KEYS);
        assertThat(zoom.count(pageCall(OTHER, "past", 1))).isZero();
        assertThat(sqs.receive(1).get(0).body()).isEqualTo(message(OTHER));
    }

    /** Handed back once more, it would be a dead letter that does not say why. */
    @Test
    void beginsAtTheLastDeliveryWhatThereIsLittleTimeFor() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        QueueRecord last = new QueueRecord("message", "receipt", message(OTHER), 20, clock.instant());

        assertThat(workOffBatch.workOff(List.of(record(message(UUID)), last), almostOverOnceAskedFor(UUID)))
                .isEmpty();

        assertThat(zoom.count(pageCall(OTHER, "past", 1))).isEqualTo(1);
    }

    /** Of fifteen minutes, half of one is left once Zoom was asked for the meeting. */
    private Deadline almostOverOnceAskedFor(String uuid) {
        Instant begin = clock.instant();
        return new Deadline(
                begin.plus(Duration.ofMinutes(15)),
                () -> zoom.count(pageCall(uuid, "past", 1)) == 0 ? begin : begin.plusSeconds(14 * 60 + 30));
    }

    @Test
    void beginsNothingBeforeItsTime() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID)
                .replaceFirst("\\{", "{\"not_before\":\"" + clock.instant().plusSeconds(3) + "\","));

        assertThat(deliver(1)).hasSize(1);
        assertThat(zoom.calls()).isEmpty();

        assertThat(deliver(1)).isEmpty();
        assertThat(s3.keys()).isEqualTo(KEYS);
    }

    /** What the webhook's door queues. */
    private static String message(String uuid) {
        return """
                {"meeting_id":"%s","meeting":{"id":"93201235621","uuid":"%s","topic":"Weekly r\\u00e9union",\
                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z","timezone":"Europe/Paris"}}"""
                .formatted(uuid, uuid);
    }

    private QueueRecord record(String body) {
        return new QueueRecord("message", "receipt", body, 1, clock.instant());
    }

    private static ResponseDefinitionBuilder throttled(String retryAfter) {
        return error(429, 429, "Too many requests.")
                .withHeader("X-RateLimit-Type", "QPS")
                .withHeader("Retry-After", retryAfter);
    }

    /** Does as Lambda does with so many messages, as soon as they can be seen; answers with those that failed. */
    private List<String> deliver(int count) {
        List<Message> messages = sqs.receive(count);
        assertThat(messages).hasSize(count);
        return deliver(messages);
    }

    private List<String> deliver(List<Message> messages) {
        List<String> failures = failures(SqsStandIn.event(messages, ahead));
        messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .forEach(sqs::delete);
        return failures;
    }

    private static List<String> failures(String event) {
        try {
            JsonNode answer =
                    JSON.readTree(Door.invoke(event).statusCode(200).extract().asByteArray());
            return answer.get("batchItemFailures")
                    .valueStream()
                    .map(failure -> failure.get("itemIdentifier").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertDeadLetter(String body, String reason, String detail) {
        List<Message> messages = sqs.receiveDeadLetters(1);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).body()).isEqualTo(body);
        assertThat(messages.get(0).messageAttributes().get("reason").stringValue())
                .isEqualTo(reason);
        assertThat(messages.get(0).messageAttributes().get("detail").stringValue())
                .contains(detail);
    }
}

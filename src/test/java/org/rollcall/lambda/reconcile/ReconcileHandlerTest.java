package org.rollcall.lambda.reconcile;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.Door;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.lambda.Formats;
import org.rollcall.lambda.MakeReport;
import org.rollcall.lambda.ReadReportEvent;
import org.rollcall.lambda.ReportEvent;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.StoreReport;
import org.rollcall.report.Meeting;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.OutOfTimeException;
import org.rollcall.zoom.Rows;
import org.rollcall.zoom.ZoomStandIn;
import software.amazon.awssdk.services.sqs.model.Message;

@QuarkusTest
@TestProfile(ReconcileHandlerTest.Profile.class)
@WithTestResource(SqsStandIn.class)
class ReconcileHandlerTest extends ComponentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENOUGH = 900_000;

    SqsStandIn queues;

    @Inject
    @Named("reconcile")
    ReconcileHandler handler;

    @Inject
    ReportDestination destination;

    @Inject
    Formats formats;

    @Inject
    ReadReportEvent reportEvents;

    @Inject
    MakeReport makeReport;

    @Inject
    StoreReport storeReport;

    LocalDate today;
    LocalDate day;

    @BeforeEach
    void begin() {
        queues.empty();
        today = ReportKey.day(clock.instant());
        day = today.minusDays(1);
    }

    @Test
    void aDayOf500MeetingsOfWhich40EventsNeverCame() throws IOException {
        List<Meeting> meetings =
                IntStream.range(0, 500).mapToObj(n -> meeting(n, day)).toList();
        list("past", today.minusDays(3), today, meetings.subList(0, 300), meetings.subList(300, 490));
        list("pastOne", today.minusDays(3), today, meetings.subList(490, 500));
        meetings.stream().filter(meeting -> !isFortieth(meeting)).forEach(this::store);

        Door.invoke("{}")
                .statusCode(200)
                .body("days", is(2))
                .body("ended", is(500))
                .body("stored", is(460))
                .body("queued", is(40))
                .body("zoom_calls", is(4))
                .body("continues_from", nullValue());

        JsonNode summary = summary(day);
        assertThat(fields(summary)).containsExactly("date", "ended", "stored", "queued", "missing", "generated_at");
        assertThat(summary.get("date").asText()).isEqualTo(day.toString());
        assertThat(summary.get("ended").asInt()).isEqualTo(500);
        assertThat(summary.get("stored").asInt()).isEqualTo(460);
        assertThat(summary.get("queued").asInt()).isEqualTo(40);
        assertThat(summary.get("missing")).hasSize(40);
        assertThat(fields(summary.get("missing").get(0))).containsExactly("id", "uuid");
        assertThat(summary.get("missing").get(0).get("uuid").asText()).isEqualTo("/uuid//3==");
        assertThat(Instant.parse(summary.get("generated_at").asText())).isBeforeOrEqualTo(clock.instant());
        assertThat(summary(day.minusDays(1)).get("ended").asInt()).isZero();

        List<String> queued = takeReports();
        assertThat(queued).hasSize(40);
        for (String message : queued) {
            makeAndStore(message);
        }

        Door.invoke("{}")
                .statusCode(200)
                .body("ended", is(500))
                .body("stored", is(500))
                .body("queued", is(0));
        assertThat(takeReports()).isEmpty();
        assertThat(summary(day).get("missing")).isEmpty();
    }

    @Test
    void whatIsStillMissingIsQueuedAgainAndNothingElse() {
        Meeting one = meeting(1, day);
        Meeting other = meeting(2, day);
        list("past", today.minusDays(3), today, List.of(one, other));
        list("pastOne", today.minusDays(3), today);
        Door.invoke("{}").body("queued", is(2));
        takeReports();
        store(one);
        Door.invoke("{}").body("queued", is(1));
        assertThat(takeReports()).singleElement().asString().contains("\"meeting_id\":\"/uuid//2==\"");
    }

    @Test
    void aQueuedReportHasAllThatZoomsListTells() throws IOException {
        list("past", today.minusDays(3), today, List.of(meeting(7, day)));
        list("pastOne", today.minusDays(3), today);
        Door.invoke("{}").body("queued", is(1));
        String message = takeReports().get(0);
        assertThat(JSON.readTree(message))
                .isEqualTo(JSON.readTree(
                        """
                {"meeting_id": "/uuid//7==", "meeting": {"id": "93000000007", "uuid": "/uuid//7==",
                 "topic": "Réunion 🎓 7", "start_time": "%1$sT09:00:07Z", "end_time": "%1$sT10:00:07Z"}}
                """
                                .formatted(day)));
        assertThat(message).isASCII();
    }

    @Test
    void theDayOfAMeetingIsThatOfItsStartInUtcWhateverZoomListsItUnder() {
        Meeting before = meeting(1, day.minusDays(2));
        Meeting after = meeting(2, today);
        Meeting within = meeting(3, day);
        list("past", today.minusDays(3), today, List.of(before, within, after));
        list("pastOne", today.minusDays(3), today);
        Door.invoke("{}").body("ended", is(1));
        assertThat(takeReports()).singleElement().asString().contains("/uuid//3==");
    }

    @Test
    void aReportOnTheOtherSideOfMidnightIsFound() {
        Meeting listed = new Meeting("93", "u==", "", instant(day, "00:00:01"), instant(day, "00:30:00"), null);
        Meeting asItsEventSaid =
                new Meeting("93", "u==", "", instant(day.minusDays(1), "23:59:59"), instant(day, "00:30:00"), null);
        store(asItsEventSaid);
        list("past", day.minusDays(1), day.plusDays(1), List.of(listed));
        list("pastOne", day.minusDays(1), day.plusDays(1));
        Door.invoke(range(day, day)).body("ended", is(1)).body("stored", is(1));
    }

    @Test
    void ofAReportOnBothSidesOfMidnightTheLaterCounts() {
        Meeting listed = new Meeting("93", "u==", "", instant(day, "00:00:01"), instant(day, "00:30:00"), null);
        store(new Meeting("93", "u==", "", instant(day.minusDays(1), "23:59:59"), listed.endTime(), null));
        store(listed);
        for (String format : List.of("csv", "json")) {
            s3.lastModified("zoom/" + ReportKey.folder(day, formats.named("", format)), listed.startTime());
        }
        list("past", day.minusDays(1), day.plusDays(1), List.of(listed));
        list("pastOne", day.minusDays(1), day.plusDays(1));
        Door.invoke(range(day, day)).body("ended", is(1)).body("stored", is(1));
    }

    @Test
    void aMeetingThatBothListsHaveCountsOnce() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(1, day)));
        list("pastOne", today.minusDays(3), today, List.of(meeting(1, day)));
        Door.invoke("{}").body("ended", is(1)).body("queued", is(1));
        assertThat(takeReports()).hasSize(1);
    }

    @Test
    void aReportThatLacksAFormatIsMissing() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day), meeting(2, day)));
        list("pastOne", today.minusDays(3), today);
        store(meeting(1, day), "json");
        store(meeting(2, day), "csv");
        Door.invoke("{}").body("stored", is(0)).body("queued", is(2));
    }

    @Test
    void aReportOfTheMeetingWhileItWentOnIsNoReport() {
        Meeting meeting = meeting(1, day);
        list("past", today.minusDays(3), today, List.of(meeting));
        list("pastOne", today.minusDays(3), today);
        store(meeting);
        s3.lastModified("zoom/", meeting.endTime().minusSeconds(1));
        Door.invoke("{}").body("stored", is(0)).body("queued", is(1));

        s3.lastModified("zoom/", meeting.endTime());
        Door.invoke("{}").body("stored", is(1)).body("queued", is(0));
    }

    @Test
    void aDayOfMoreReportsThanOneListHoldsIsListedWhole() {
        IntStream.range(0, 1_100).forEach(number -> store(meeting(number, day), "csv"));
        assertThat(destination.required().list(ReportKey.folder(day, formats.named("", "csv"))))
                .hasSize(1_100)
                .containsKey(ReportKey.name(meeting(1_099, day), formats.named("", "csv")));
    }

    @Test
    void aMeetingWithoutAStartIsLeftOut() {
        list("past", today.minusDays(3), today, List.of(new Meeting("93", "u==", "", null, null, null)));
        list("pastOne", today.minusDays(3), today);
        Door.invoke("{}").body("ended", is(0)).body("queued", is(0));
    }

    @Test
    void throttlingIsWaitedOut() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 2),
                ZoomStandIn.error(429, 429, "Too many requests.").withHeader("Retry-After", "0"),
                ZoomStandIn.error(429, 429, "Too many requests.").withHeader("Retry-After", "0"));
        Door.invoke("{}").statusCode(200).body("ended", is(2)).body("zoom_calls", is(6));
    }

    @Test
    void anExpiredPageTokenBeginsTheListAgain() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 2),
                ZoomStandIn.error(400, 300, "The next page token is invalid or expired."));
        Door.invoke("{}").statusCode(200).body("ended", is(2)).body("queued", is(2));
    }

    @Test
    void aPageTokenThatExpiresEveryTimeIsAFailure() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        zoom.always(
                listCall("past", today.minusDays(3), today, 2).atPriority(1),
                ZoomStandIn.error(400, 300, "The next page token is invalid or expired."));
        assertThat(Door.fail("{}").name()).isEqualTo("PageTokenExpiredException");
        assertThat(zoom.calls().stream().filter(call -> call.startsWith("GET"))).hasSize(6);
    }

    @Test
    void refusalsSayWhatToDo() {
        zoom.always(
                get(urlPathEqualTo("/v2/metrics/meetings")),
                ZoomStandIn.error(400, 4711, "Invalid access token, does not contain scopes."));
        Door.Failure failure = Door.fail("{}");
        assertThat(failure.name()).isEqualTo("MissingScopeException");
        assertThat(failure.message())
                .contains(
                        "the meetings of " + today.minusDays(3) + " to " + today, "dashboard:read:list_meetings:admin");
    }

    @Test
    void anAnswerThatIsNoListIsAskedForAgain() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day)));
        list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 1),
                ZoomStandIn.json("{}"),
                ZoomStandIn.json("{\"meetings\":[{\"uuid"),
                ZoomStandIn.html(502, "Bad gateway"));
        Door.invoke("{}").statusCode(200).body("ended", is(1));
    }

    @Test
    void sixMonthsAreListedMonthByMonth() {
        emptyLists();
        LocalDate from = today.minusMonths(6);
        Door.invoke(range(from, today)).statusCode(200).body("ended", is(0));

        List<LocalDate[]> asked = askedRanges("past");
        assertThat(asked).hasSize(7);
        assertThat(asked.get(0)[0]).isEqualTo(from);
        assertThat(asked.get(asked.size() - 1)[1]).isEqualTo(today);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i)[1]).isBefore(asked.get(i)[0].plusMonths(1));
            if (i > 0) {
                // The day before the first and the day after the last: two days are asked for twice.
                assertThat(asked.get(i)[0]).isEqualTo(asked.get(i - 1)[1].minusDays(1));
            }
        }
        assertThat(askedRanges("pastOne")).hasSize(7);
        from.datesUntil(today.plusDays(1))
                .forEach(each -> assertThat(summary(each).get("date").asText()).isEqualTo(each.toString()));
    }

    @Test
    void goesOnByAMessageWhenZoomStopsItHalfWay() throws IOException {
        emptyLists();
        LocalDate from = today.minusDays(60);
        LocalDate second = endOfFirstStep(from).plusDays(1);
        zoom.next(
                get(urlPathEqualTo("/v2/metrics/meetings"))
                        .withQueryParam("from", equalTo(second.minusDays(1).toString())),
                ZoomStandIn.error(429, 429, "Too many requests.").withHeader("Retry-After", "3600"));

        Door.invoke(range(from, today))
                .statusCode(200)
                .body("continues_from", is(second.toString()))
                .body("days", is((int) (second.toEpochDay() - from.toEpochDay())));
        List<String> left = takeReconciliations();
        assertThat(left).hasSize(1);
        assertThat(JSON.readTree(left.get(0)))
                .isEqualTo(JSON.readTree("{\"from\":\"%s\",\"to\":\"%s\",\"step_days\":29}".formatted(second, today)));
        assertThat(s3.keys()).hasSize((int) (second.toEpochDay() - from.toEpochDay()));

        Door.invoke(batch(left.get(0))).statusCode(200).body("batchItemFailures", hasSize(0));
        assertThat(s3.keys()).hasSize(61);
        assertThat(takeReconciliations()).isEmpty();
    }

    @Test
    void aStepThatTakesAllTheTimeIsHalvedUntilItFits() throws IOException {
        emptyLists();
        String range = range(today.minusDays(9), today);
        List<Integer> steps = new ArrayList<>();
        while (steps.isEmpty() || steps.get(steps.size() - 1) > 1) {
            JsonNode answer = JSON.readTree(Door.invoke(handler, range, 1_000));
            assertThat(answer.get("continues_from").asText())
                    .isEqualTo(today.minusDays(9).toString());
            range = takeReconciliations().get(0);
            steps.add(JSON.readTree(range).get("step_days").asInt());
        }
        assertThat(steps).containsExactly(5, 2, 1);
        String oneDay = range;
        assertThatThrownBy(() -> Door.invoke(handler, oneDay, 1_000)).isInstanceOf(OutOfTimeException.class);
        assertThat(s3.keys()).isEmpty();

        assertThat(JSON.readTree(Door.invoke(handler, range, ENOUGH))
                        .get("days")
                        .asInt())
                .isEqualTo(10);
        assertThat(askedRanges("past")
                        .subList(
                                askedRanges("past").size() - 10,
                                askedRanges("past").size()))
                .allMatch(asked -> !asked[0].plusDays(2).isBefore(asked[1]));
    }

    @Test
    void whatTheQueueDoesNotTakeIsAFailureAndLeavesNoSummary() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day.minusDays(1))));
        list("pastOne", today.minusDays(3), today);
        queues.deleteReports();
        try {
            Door.Failure failure = fail("{}");
            assertThat(failure.name()).isEqualTo("NotQueuedException");
            assertThat(failure.message())
                    .contains("meeting 93000000001", "REPORT_QUEUE_URL", "sqs:SendMessage")
                    .doesNotContain("Réunion");
        } finally {
            queues.createReports();
        }
    }

    @Test
    void whatIsMissingIsMeasured() {
        list("past", today.minusDays(3), today, List.of(meeting(1, day), meeting(2, day)));
        list("pastOne", today.minusDays(3), today);
        try (StandardOutput output = StandardOutput.capture()) {
            Door.invoke("{}").body("queued", is(2));
            assertThat(output.lines())
                    .filteredOn(line -> line.contains("_aws"))
                    .singleElement()
                    .asString()
                    .contains("\"FunctionName\":\"rollcall-reconcile\"", "\"MissingReports\":2");
        }
    }

    @Test
    void aMessageThatCannotBeReadComesBackAlone() {
        emptyLists();
        Door.invoke(batch("not JSON", range(day, day), "{\"from\":\"soon\"}", "[]"))
                .statusCode(200)
                .body("batchItemFailures.itemIdentifier", is(List.of("message-0", "message-2", "message-3")));
        assertThat(summary(day).get("ended").asInt()).isZero();
    }

    @Test
    void aMessageThatWaitedTooLongLeavesOutWhatZoomForgot() {
        emptyLists();
        LocalDate earliest = today.minusMonths(6);
        Door.invoke(batch(range(earliest.minusDays(3), earliest)))
                .statusCode(200)
                .body("batchItemFailures", hasSize(0));
        assertThat(s3.keys()).containsExactly("zoom/reconcile/date=" + earliest + ".json");
    }

    @Test
    void aScheduledEventMeansTheTwoDaysBeforeToday() {
        emptyLists();
        Door.invoke(
                        """
                        {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
                         "source": "aws.events", "account": "111122223333", "time": "2026-11-22T04:00:00Z",
                         "region": "eu-central-1", "resources": [], "detail": {}}""")
                .statusCode(200)
                .body("days", is(2));
        assertThat(s3.keys())
                .containsExactly(
                        "zoom/reconcile/date=" + today.minusDays(2) + ".json",
                        "zoom/reconcile/date=" + today.minusDays(1) + ".json");
    }

    @Test
    void aRangeInsideAnEventBridgeEnvelopeCounts() {
        emptyLists();
        Door.invoke("{\"detail-type\": \"Reconcile\", \"detail\": " + range(day, today) + "}")
                .statusCode(200)
                .body("days", is(2));
        assertThat(s3.keys()).contains("zoom/reconcile/date=" + today + ".json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [1]                                                   | The event is not a JSON object.
            "2026-11-01"                                          | The event is not a JSON object.
            {"from": "yesterday"}                                 | from is not a day. It accepts YYYY-MM-DD
            {"from": 20261101}                                    | from is not a day. It accepts YYYY-MM-DD
            {"from": "2026-02-30"}                                | from is not a day. It accepts YYYY-MM-DD
            {"to": {}}                                            | to is not a day. It accepts YYYY-MM-DD
            {"from": "TODAY-1", "to": "TODAY-2"}                  | to is before from. It accepts TODAY-1 or a later day
            {"to": "TODAY-9"}                                     | to is before from. It accepts TODAY-2 or a later day
            {"to": "TODAY+1"}                                     | to is in the future. It accepts TODAY-0, which is today
            {"from": "2001-01-01"}                                | from is too long ago: Zoom's dashboard has the last six
            {"step_days": 0}                                      | step_days is not one. It accepts a whole number from 1 to 29
            {"step_days": "7"}                                    | step_days is not one. It accepts a whole number from 1 to 29
            """)
    void badInputIsNamed(String event, String message) {
        Door.Failure failure = Door.fail(relative(event.replace("''", "'")));
        assertThat(failure.name()).isEqualTo("InvalidRequestException");
        assertThat(failure.message()).startsWith(relative(message));
        assertThat(zoom.calls()).isEmpty();
    }

    private List<String> takeReports() {
        List<String> bodies =
                queues.receive(queues.count()).stream().map(Message::body).toList();
        queues.empty();
        return bodies;
    }

    private List<String> takeReconciliations() {
        List<String> bodies =
                queues.receiveReconciliations().stream().map(Message::body).toList();
        queues.empty();
        return bodies;
    }

    private String relative(String text) {
        String result = text;
        for (int days : new int[] {-9, -2, -1, 0, 1}) {
            result = result.replace(
                    "TODAY" + (days > 0 ? "+" + days : "-" + -days),
                    today.plusDays(days).toString());
        }
        return result;
    }

    private static boolean isFortieth(Meeting meeting) {
        int number = Integer.parseInt(meeting.id().substring(3));
        return number % 12 == 3 && number < 480;
    }

    private void makeAndStore(String message) throws IOException {
        ReportEvent event = reportEvents.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        zoom.participants(event.request().meetingId(), "past", 300, 1, Rows.of(1));
        try (FinishedReport report = makeReport.make(event.request(), Deadline.in(Duration.ofMinutes(1), clock))) {
            storeReport.store(report);
        }
    }

    private void store(Meeting meeting) {
        formats.defaults().forEach(format -> store(meeting, format));
    }

    private void store(Meeting meeting, String formatName) {
        ReportFormat format = formats.named("", formatName);
        s3.put("zoom/" + ReportKey.folder(ReportKey.day(meeting.startTime()), format)
                + ReportKey.name(meeting, format));
    }

    private static Meeting meeting(int number, LocalDate day) {
        Instant start = instant(day, "09:00:00").plusSeconds(number);
        return new Meeting(
                "93%09d".formatted(number),
                "/uuid//" + number + "==",
                "Réunion 🎓 " + number,
                start,
                start.plusSeconds(3600),
                null);
    }

    private static Instant instant(LocalDate day, String time) {
        return Instant.parse(day + "T" + time + "Z");
    }

    private void emptyLists() {
        zoom.always(get(urlPathEqualTo("/v2/metrics/meetings")), ZoomStandIn.json(page(List.of(), "")));
    }

    @SafeVarargs
    private void list(String type, LocalDate from, LocalDate to, List<Meeting>... pages) {
        List<List<Meeting>> all = pages.length == 0 ? List.of(List.of()) : Arrays.asList(pages);
        for (int page = 1; page <= all.size(); page++) {
            String next = page < all.size() ? ZoomStandIn.pageToken(type, page + 1) : "";
            zoom.always(listCall(type, from, to, page), ZoomStandIn.json(page(all.get(page - 1), next)));
        }
    }

    private static MappingBuilder listCall(String type, LocalDate from, LocalDate to, int page) {
        return get(urlPathEqualTo("/v2/metrics/meetings"))
                .withQueryParam("type", equalTo(type))
                .withQueryParam("from", equalTo(from.toString()))
                .withQueryParam("to", equalTo(to.toString()))
                .withQueryParam("page_size", equalTo("300"))
                .withQueryParam("next_page_token", page == 1 ? absent() : equalTo(ZoomStandIn.pageToken(type, page)));
    }

    private static String page(List<Meeting> meetings, String nextPageToken) {
        ObjectNode page = JSON.createObjectNode().put("page_size", 300).put("next_page_token", nextPageToken);
        ArrayNode list = page.putArray("meetings");
        for (Meeting meeting : meetings) {
            ObjectNode json = list.addObject()
                    .put("uuid", meeting.uuid())
                    .put("id", Long.parseLong(meeting.id()))
                    .put("topic", meeting.topic())
                    .put("host", "Host")
                    .put("participants", 2);
            if (meeting.startTime() != null) {
                json.put("start_time", meeting.startTime().toString())
                        .put("end_time", meeting.endTime().toString());
            }
        }
        return page.toString();
    }

    private List<LocalDate[]> askedRanges(String type) {
        return zoom.requests().stream()
                .filter(request -> request.getUrl().startsWith("/v2/metrics/meetings?"))
                .filter(request -> parameter(request, "type").equals(type))
                .map(request -> new LocalDate[] {
                    LocalDate.parse(parameter(request, "from")), LocalDate.parse(parameter(request, "to"))
                })
                .toList();
    }

    private static String parameter(LoggedRequest request, String name) {
        return request.queryParameter(name).firstValue();
    }

    private LocalDate endOfFirstStep(LocalDate from) {
        emptyLists();
        LocalDate listed = from.minusDays(1).plusMonths(1).minusDays(1);
        return listed.minusDays(1);
    }

    private JsonNode summary(LocalDate day) {
        try {
            return JSON.readTree(s3.bytes("zoom/reconcile/date=" + day + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String range(LocalDate from, LocalDate to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private static String batch(String... bodies) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (int i = 0; i < bodies.length; i++) {
            records.addObject()
                    .put("messageId", "message-" + i)
                    .put("eventSource", "aws:sqs")
                    .put("body", bodies[i]);
        }
        return event.toString();
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.lambda.handler",
                    "reconcile",
                    "zoom.lists-per-minute",
                    "1000000",
                    "aws.lambda.function-name",
                    "rollcall-reconcile");
        }
    }
}

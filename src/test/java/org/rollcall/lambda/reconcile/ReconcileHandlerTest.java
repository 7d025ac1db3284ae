package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.event.ReportEvent;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.report.Meeting;
import org.rollcall.zoom.api.Rows;
import org.rollcall.zoom.call.Deadline;

@QuarkusTest
@TestProfile(ReconcileProfile.class)
class ReconcileHandlerTest extends ReconcileTest {
    @Inject
    ReadReportEvent reportEvents;

    @Inject
    MakeReport makeReport;

    @Inject
    StoreReport storeReport;

    @Test
    void aDayOf500MeetingsOfWhich40EventsNeverCame() throws IOException {
        List<Meeting> meetings =
                IntStream.range(0, 500).mapToObj(n -> meeting(n, day)).toList();
        zoom.list("past", today.minusDays(3), today, meetings.subList(0, 300), meetings.subList(300, 490));
        zoom.list("pastOne", today.minusDays(3), today, meetings.subList(490, 500));
        meetings.stream().filter(meeting -> !isFortieth(meeting)).forEach(this::store);

        LambdaService.invoke("{}")
                .statusCode(200)
                .body("days", is(2))
                .body("ended", is(500))
                .body("stored", is(460))
                .body("queued", is(40))
                .body("zoom_calls", is(5))
                .body("continues_from", nullValue());

        JsonNode summary = summary(day);
        assertThat(fields(summary))
                .containsExactly(
                        "date",
                        "ended",
                        "stored",
                        "queued",
                        "excluded",
                        "missing",
                        "recounted",
                        "rows",
                        "generated_at");
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

        LambdaService.invoke("{}")
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
        zoom.list("past", today.minusDays(3), today, List.of(one, other));
        zoom.list("pastOne", today.minusDays(3), today);
        LambdaService.invoke("{}").body("queued", is(2));
        takeReports();
        store(one);
        LambdaService.invoke("{}").body("queued", is(1));
        assertThat(takeReports()).singleElement().asString().contains("\"meeting_id\":\"/uuid//2==\"");
    }

    @Test
    void aQueuedReportHasAllThatZoomsListTells() throws IOException {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(7, day)));
        zoom.list("pastOne", today.minusDays(3), today);
        LambdaService.invoke("{}").body("queued", is(1));
        String message = takeReports().get(0);
        assertThat(JSON.readTree(message))
                .isEqualTo(JSON.readTree(
                        """
                {"meeting_id": "/uuid//7==", "include_fields": "registrant_id",
                 "meeting": {"id": "93000000007", "uuid": "/uuid//7==", "topic": "Réunion 🎓 7",
                 "start_time": "%1$sT09:00:07Z", "end_time": "%1$sT10:00:07Z", "host": "Host", "participants": 2}}
                """
                                .formatted(day)));
        assertThat(message).isASCII();
    }

    @Test
    void whatTheQueueDoesNotTakeIsAFailureAndLeavesNoSummary() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day.minusDays(1))));
        zoom.list("pastOne", today.minusDays(3), today);
        queues.deleteReports();
        try {
            LambdaService.Failure failure = fail("{}");
            assertThat(failure.name()).isEqualTo("NotQueuedException");
            assertThat(failure.message())
                    .contains("meeting 93000000001", "REPORT_QUEUE_URL", "sqs:SendMessage")
                    .doesNotContain("Réunion");
        } finally {
            queues.createReports();
        }
    }

    @Test
    void whatIsMissingIsMeasured() throws IOException {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day), meeting(2, day)));
        zoom.list("pastOne", today.minusDays(3), today);
        try (StandardOutput output = StandardOutput.capture()) {
            LambdaService.invoke("{}").body("queued", is(2));
            assertThat(output.metrics())
                    .singleElement()
                    .asString()
                    .contains("\"FunctionName\":\"rollcall-reconcile\"", "\"MissingReports\":2");
        }
    }

    /** By the schedule's event, which fails as a whole, and by a message, which comes back. */
    @Test
    void aBucketThatIsNotThereIsMeasured() throws IOException {
        list(meeting(1, day));
        String message = JSON.writeValueAsString(range(day, day));
        String batch = "{\"Records\":[{\"messageId\":\"1\",\"eventSource\":\"aws:sqs\",\"body\":" + message + "}]}";
        zoom.list("past", day.minusDays(1), day.plusDays(1), List.of(meeting(1, day)));
        zoom.list("pastOne", day.minusDays(1), day.plusDays(1));
        s3.deleteBucket();
        try (StandardOutput output = StandardOutput.capture()) {
            assertThat(LambdaService.fail("{}").name()).isEqualTo("StoreException");
            assertThat(output.countsOfTheStack()).containsExactly(Map.entry("StoreFailures", 1));
            LambdaService.invoke(batch).statusCode(200).body("batchItemFailures.itemIdentifier", contains("1"));
            assertThat(output.countsOfTheStack()).containsExactly(Map.entry("StoreFailures", 2));
        } finally {
            s3.createBucket();
        }
    }

    private static boolean isFortieth(Meeting meeting) {
        int number = Integer.parseInt(meeting.id().substring(3));
        return number % 12 == 3 && number < 480;
    }

    private void makeAndStore(String message) throws IOException {
        ReportEvent event = (ReportEvent) reportEvents.readMessage(message);
        zoom.participants(event.request().query().id().text(), "past", 300, 2, Rows.of(2));
        try (FinishedReport report = makeReport.make(event.request(), Deadline.in(Duration.ofMinutes(1), clock))) {
            storeReport.store(report);
        }
    }

    private static List<String> fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

package org.rollcall.lambda.reconcile;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.rollcall.zoom.ZoomStandIn.listCall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.sqs.QueueMissingReports;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.ZoomUnavailableException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** More days than there is time for. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class ContinueReconcilingTest extends ReconcileTest {
    private static final int ENOUGH = 900_000;

    @Inject
    @Named("reconcile")
    ReconcileHandler handler;

    @Inject
    FindMissingReports findMissing;

    @Inject
    QueueMissingReports queueMissing;

    @Inject
    ListMeetings listMeetings;

    @Inject
    DaySummaries summaries;

    @Inject
    SqsClient sqs;

    @Test
    void sixMonthsAreListedMonthByMonth() {
        emptyLists();
        LocalDate from = today.minusMonths(6);
        LambdaService.invoke(range(from, today)).statusCode(200).body("ended", is(0));

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
        LocalDate from = today.minusDays(60);
        LocalDate second = stopAfterFirstStep(from);

        LambdaService.invoke(range(from, today))
                .statusCode(200)
                .body("continues_from", is(second.toString()))
                .body("days", is((int) (second.toEpochDay() - from.toEpochDay())));
        List<String> left = takeReconciliations();
        assertThat(left).hasSize(1);
        assertThat(JSON.readTree(left.get(0)))
                .isEqualTo(JSON.readTree("{\"from\":\"%s\",\"to\":\"%s\",\"step_days\":29}".formatted(second, today)));
        assertThat(s3.keys()).hasSize((int) (second.toEpochDay() - from.toEpochDay()));

        LambdaService.invoke(batch(left.get(0))).statusCode(200).body("batchItemFailures", hasSize(0));
        assertThat(s3.keys()).hasSize(61);
        assertThat(takeReconciliations()).isEmpty();
    }

    @Test
    void withoutAQueueForTheRestItFailsWhereZoomStopsIt() {
        LocalDate from = today.minusDays(60);
        LocalDate second = stopAfterFirstStep(from);
        Queues none = new Queues(TestSettings.of());
        ReconcileReports alone = new ReconcileReports(
                listMeetings, findMissing, queueMissing, summaries, new ContinueReconciling(sqs, none, clock), clock);
        ReconcileRange range = new ReconcileRange(from, today, ReconcileRange.LONGEST_STEP);

        assertThatThrownBy(() -> alone.reconcile(range, Wait.NONE, Deadline.in(Duration.ofMinutes(15), clock)))
                .isInstanceOf(ZoomUnavailableException.class);

        assertThat(s3.keys()).last().asString().contains("date=" + second.minusDays(1));
    }

    @Test
    void aQueueThatDoesNotTakeTheRestIsAFailureThatNamesIt() {
        LocalDate from = today.minusDays(60);
        LocalDate second = stopAfterFirstStep(from);
        queues.deleteReconciliations();
        try {
            LambdaService.Failure failure = LambdaService.fail(range(from, today));
            assertThat(failure.name()).isEqualTo("NotQueuedException");
            assertThat(failure.message()).contains("The days from " + second, "RECONCILE_QUEUE_URL", "sqs:SendMessage");
        } finally {
            queues.createReconciliations();
        }
        assertThat(s3.keys()).last().asString().contains("date=" + second.minusDays(1));
    }

    @Test
    void aStepThatTakesAllTheTimeIsHalvedUntilItFits() throws IOException {
        emptyLists();
        String range = range(today.minusDays(9), today);
        List<Integer> steps = new ArrayList<>();
        while (steps.isEmpty() || steps.get(steps.size() - 1) > 1) {
            JsonNode answer = JSON.readTree(LambdaService.invoke(handler, range, 1_000));
            assertThat(answer.get("continues_from").asText())
                    .isEqualTo(today.minusDays(9).toString());
            range = takeReconciliations().get(0);
            steps.add(JSON.readTree(range).get("step_days").asInt());
        }
        assertThat(steps).containsExactly(5, 2, 1);
        String oneDay = range;
        LambdaService.assertFails(() -> LambdaService.invoke(handler, oneDay, 1_000), "OutOfTimeException");
        assertThat(s3.keys()).isEmpty();

        assertThat(JSON.readTree(LambdaService.invoke(handler, range, ENOUGH))
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
    void aMessageThatCannotBeReadComesBackAlone() {
        emptyLists();
        LambdaService.invoke(batch("not JSON", range(day, day), "{\"from\":\"soon\"}", "[]"))
                .statusCode(200)
                .body("batchItemFailures.itemIdentifier", is(List.of("message-0", "message-2", "message-3")));
        assertThat(summary(day).get("ended").asInt()).isZero();
    }

    @Test
    void aMessageThatWaitedTooLongLeavesOutWhatZoomForgot() {
        emptyLists();
        LocalDate earliest = today.minusMonths(6);
        LambdaService.invoke(batch(range(earliest.minusDays(3), earliest)))
                .statusCode(200)
                .body("batchItemFailures", hasSize(0));
        assertThat(s3.keys()).containsExactly("zoom/reconcile/date=" + earliest + ".json");
    }

    private List<String> takeReconciliations() {
        List<String> bodies =
                queues.receiveReconciliations().stream().map(Message::body).toList();
        queues.empty();
        return bodies;
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

    /** Lets Zoom stop what begins on that day before its second step, the first day of which is the answer. */
    private LocalDate stopAfterFirstStep(LocalDate from) {
        emptyLists();
        LocalDate second = endOfFirstStep(from).plusDays(1);
        ResponseDefinitionBuilder[] everyTry = new ResponseDefinitionBuilder[5];
        Arrays.fill(everyTry, ZoomStandIn.html(502, "Bad gateway"));
        zoom.next(listCall().withQueryParam("from", equalTo(second.minusDays(1).toString())), everyTry);
        return second;
    }

    private static LocalDate endOfFirstStep(LocalDate from) {
        LocalDate listed = from.minusDays(1).plusMonths(1).minusDays(1);
        return listed.minusDays(1);
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
}

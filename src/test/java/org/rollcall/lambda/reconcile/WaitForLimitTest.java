package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.rollcall.zoom.ZoomStandIn.listCall;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.sqs.QueueMissingReports;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.DailyLimitReachedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The requests of the day are used up: the rest waits until Zoom resets the limit. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class WaitForLimitTest extends ReconcileTest {
    @Inject
    ListMeetings listMeetings;

    @Inject
    FindMissingReports findMissing;

    @Inject
    QueueMissingReports queueMissing;

    @Inject
    DaySummaries summaries;

    @Inject
    Queues settings;

    private final RecordingSqs sqs = new RecordingSqs();
    private ContinueReconciling continueReconciling;
    private ReconcileReports reconcile;
    private ReconcileRange range;
    private Instant begun;

    @BeforeEach
    void reachTheLimit() {
        continueReconciling = new ContinueReconciling(sqs, settings, clock);
        reconcile =
                new ReconcileReports(listMeetings, findMissing, queueMissing, summaries, continueReconciling, clock);
        range = new ReconcileRange(day.minusDays(1), day, ReconcileRange.LONGEST_STEP);
        begun = clock.instant();
        zoom.always(listCall(), ZoomStandIn.dailyLimit("7200"));
    }

    @Test
    void beforeADayIsFinishedAllOfThemWait() throws IOException {
        ReconcileTotals totals = reconcile(Wait.NONE);

        assertThat(totals.days()).isZero();
        assertThat(totals.continuesFrom()).isEqualTo(day.minusDays(1));
        SendMessageRequest sent = sqs.sent.get(0);
        assertThat(sent.delaySeconds()).isEqualTo(900);
        JsonNode message = JSON.readTree(sent.messageBody());
        assertThat(message.path("from").asText()).isEqualTo(day.minusDays(1).toString());
        assertThat(message.path("to").asText()).isEqualTo(day.toString());
        assertThat(message.path("step_days").asInt()).isEqualTo(29);
        Wait wait = Wait.of(message);
        assertThat(wait.notBefore())
                .isBetween(begun.plusSeconds(7200), clock.instant().plusSeconds(7200));
        assertThat(wait.since()).isBetween(begun, clock.instant());
        assertThat(totals.notBefore()).isEqualTo(wait.notBefore());
    }

    @ParameterizedTest
    @CsvSource({"'', PT1H", "1, PT1M", "999999999, P1D"})
    void aWaitIsNeitherUnknownNorForEver(String retryAfter, Duration wait) throws IOException {
        zoom.always(listCall().atPriority(1), ZoomStandIn.dailyLimit(retryAfter));

        reconcile(Wait.NONE);

        Wait next = Wait.of(JSON.readTree(sqs.sent.get(0).messageBody()));
        assertThat(Duration.between(next.since(), next.notBefore())).isEqualTo(wait);
    }

    @Test
    void afterTwoDaysWithoutAFinishedDayItIsAFailure() {
        reconcile(new Wait(begun.minusSeconds(1), begun.minus(Duration.ofHours(47))));
        assertThat(sqs.sent).hasSize(1);
        assertThat(sqs.sent.get(0).messageBody())
                .contains("\"waiting_since\":\"" + begun.minus(Duration.ofHours(47)) + "\"");

        assertThatThrownBy(() -> reconcile(new Wait(begun.minusSeconds(1), begun.minus(Duration.ofHours(49)))))
                .isInstanceOf(DailyLimitReachedException.class);
        assertThat(sqs.sent).hasSize(1);
    }

    @Test
    void theMessageIsOnTheQueue() {
        LambdaService.invoke("{}")
                .statusCode(200)
                .body("days", is(0))
                .body("continues_from", is(day.minusDays(1).toString()));

        assertThat(queues.countReconciliations()).isEqualTo(1);
    }

    @Test
    void aMessageThatIsNotDueComesBackWithoutACall() {
        Instant due = begun.plus(Duration.ofHours(5));
        LambdaService.invoke(batch(due))
                .statusCode(200)
                .body("batchItemFailures.itemIdentifier", is(List.of("message-0")));
        assertThat(zoom.calls()).isEmpty();
        assertThat(s3.keys()).isEmpty();
        assertThat(log.text()).contains("not to be begun before " + due);

        emptyLists();
        clock.advance(Duration.ofHours(6));
        LambdaService.invoke(batch(due)).statusCode(200).body("batchItemFailures", hasSize(0));
        assertThat(s3.keys()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 3600", "PT11H, 39600", "PT20H, 42300", "-PT1H, 0"})
    void isHeldBackForAsLongAsSqsHolds(Duration wait, int seconds) {
        continueReconciling.holdBack("handle", new Wait(clock.instant().plus(wait), begun));

        ChangeMessageVisibilityRequest change = sqs.held.get(0);
        assertThat(change.receiptHandle()).isEqualTo("handle");
        assertThat(change.queueUrl()).isEqualTo(settings.reconciliations().orElseThrow());
        assertThat(change.visibilityTimeout()).isBetween(Math.max(0, seconds - 60), seconds);
    }

    private ReconcileTotals reconcile(Wait before) {
        return reconcile.reconcile(range, before, Deadline.in(Duration.ofMinutes(15), clock));
    }

    private String batch(Instant notBefore) {
        String body = "{\"from\":\"%s\",\"to\":\"%s\",\"not_before\":\"%s\",\"waiting_since\":\"%s\"}"
                .formatted(day.minusDays(1), day, notBefore, begun);
        return JSON.createObjectNode()
                .set(
                        "Records",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("messageId", "message-0")
                                        .put("receiptHandle", "handle-0")
                                        .put("body", body)))
                .toString();
    }

    /** ElasticMQ does not show what is delayed. */
    private static final class RecordingSqs implements SqsClient {
        private final List<SendMessageRequest> sent = new ArrayList<>();
        private final List<ChangeMessageVisibilityRequest> held = new ArrayList<>();

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            sent.add(request);
            return SendMessageResponse.builder().build();
        }

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            held.add(request);
            return ChangeMessageVisibilityResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

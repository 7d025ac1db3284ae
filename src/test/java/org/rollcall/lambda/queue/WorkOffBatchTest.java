package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.batch.QueueRecord;
import org.rollcall.lambda.batch.SettleMessage;
import org.rollcall.lambda.batch.WorkOffMessages;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.lambda.watch.WatchReports;
import org.rollcall.zoom.api.Rows;
import org.rollcall.zoom.call.Deadline;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.Message;

/** What no event tells: that another instance works on the same message, or that little time is left. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class WorkOffBatchTest extends QueueTest {
    @Inject
    WorkOffBatch workOffBatch;

    @Inject
    ReadReportEvent messages;

    @Inject
    WatchReports watches;

    @Inject
    Queues queues;

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
        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(JSON.readTree(s3.bytes(KEYS.get(1))).get("participants")).hasSize(100);
    }

    @Test
    void handsBackWhatThereIsNoTimeFor() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        List<Message> messages = inTurn(message(UUID), message(OTHER));
        Deadline deadline = almostOverOnceAskedFor(UUID);
        List<QueueRecord> records = messages.stream()
                .map(message -> new QueueRecord(
                        message.messageId(), message.receiptHandle(), message.body(), 1, clock.instant()))
                .toList();

        List<QueueRecord> comeBack = workOffBatch.workOff(records, deadline);

        assertThat(comeBack).containsExactly(records.get(1));
        assertThat(s3.documents()).isEqualTo(KEYS);
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

    @ParameterizedTest
    @CsvSource({"PT1H, 3600", "PT20H, 42300"})
    void holdsBackUntilItsTimeOrAsLongAsSqsCan(Duration wait, int seconds) {
        HowLong howLong = new HowLong();
        Instant now = clock.instant();
        // Nothing to make a report with: it is not begun.
        WorkOffMessages neverFailing = new WorkOffMessages(null, new SettleMessage(howLong), null);
        WorkOffBatch batch = new WorkOffBatch(
                messages, null, null, neverFailing, null, null, null, null, null, queues, watches, () -> now);
        List<QueueRecord> records = List.of(record(notBefore(now.plus(wait), message(UUID))));

        assertThat(batch.workOff(records, Deadline.in(Duration.ofMinutes(15), () -> now)))
                .isEqualTo(records);

        assertThat(howLong.seconds).containsExactly(seconds);
    }

    /** Of fifteen minutes, half of one is left once Zoom was asked for the meeting. */
    private Deadline almostOverOnceAskedFor(String uuid) {
        Instant begin = clock.instant();
        return new Deadline(
                begin.plus(Duration.ofMinutes(15)),
                () -> zoom.count(pageCall(uuid, "past", 1)) == 0 ? begin : begin.plusSeconds(14 * 60 + 30));
    }

    private QueueRecord record(String body) {
        return new QueueRecord("message", "receipt", body, 1, clock.instant());
    }

    /** A server that says how long it holds messages back is not to be had. */
    private static final class HowLong implements SqsClient {
        private final List<Integer> seconds = new ArrayList<>();

        @Override
        public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
            seconds.add(request.visibilityTimeout());
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

package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.event.WriteReportEvent;
import org.rollcall.lambda.sqs.NotQueuedException;
import org.rollcall.lambda.sqs.QueueMissingReports;
import org.rollcall.lambda.sqs.Queues;
import org.rollcall.report.Meeting;
import org.rollcall.settings.TestSettings;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class QueueMissingReportsTest {
    private final ChoosySqs sqs = new ChoosySqs();
    private final Queues queues = new Queues(TestSettings.of("REPORT_QUEUE_URL", "https://sqs.example.com/1/reports"));
    private final QueueMissingReports queueMissing =
            new QueueMissingReports(sqs, queues, new WriteReportEvent(new ObjectMapper()));

    @Test
    void sendsTenACall() {
        queueMissing.queue(meetings(23));
        assertThat(sqs.batches).extracting(List::size).containsExactly(10, 10, 3);
        assertThat(sqs.taken).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void asksForNothingWhenNothingIsMissing() {
        queueMissing.queue(List.of());
        assertThat(sqs.batches).isEmpty();
    }

    @Test
    void sendsAgainWhatTheQueueDidNotTakeAndNoMore() {
        sqs.refuses = entry -> sqs.batches.size() == 1 && Integer.parseInt(entry.id()) % 4 == 3;
        queueMissing.queue(meetings(10));
        assertThat(sqs.batches).extracting(List::size).containsExactly(10, 2);
        assertThat(sqs.taken).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void failsWhenTheQueueNeverTakesOne() {
        sqs.refuses = entry -> entry.id().equals("6");
        assertThatThrownBy(() -> queueMissing.queue(meetings(10)))
                .isInstanceOf(NotQueuedException.class)
                .hasMessageContaining("meeting 93000000006 could not be queued: InternalError busy")
                .hasMessageNotContaining("Réunion");
        assertThat(sqs.batches).extracting(List::size).containsExactly(10, 1, 1);
        assertThat(sqs.taken).hasSize(9);
    }

    private static List<Meeting> meetings(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number -> new Meeting("93%09d".formatted(number), "uuid" + number, "Réunion", null, null, null))
                .toList();
    }

    /** A server that takes a part of a batch is not to be had: ElasticMQ takes all or nothing. */
    private static final class ChoosySqs implements SqsClient {
        private final List<List<SendMessageBatchRequestEntry>> batches = new ArrayList<>();
        private final List<String> taken = new ArrayList<>();
        private Predicate<SendMessageBatchRequestEntry> refuses = entry -> false;

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            batches.add(request.entries());
            List<BatchResultErrorEntry> failed = new ArrayList<>();
            for (SendMessageBatchRequestEntry entry : request.entries()) {
                if (refuses.test(entry)) {
                    failed.add(BatchResultErrorEntry.builder()
                            .id(entry.id())
                            .code("InternalError")
                            .message("busy")
                            .build());
                } else {
                    taken.add(entry.messageBody());
                }
            }
            return SendMessageBatchResponse.builder().failed(failed).build();
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

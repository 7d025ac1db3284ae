package org.rollcall.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.event.WriteReportEvent;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.source.MeetingQuery;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class QueueReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ReportRequest REQUEST =
            new ReportRequest(MeetingQuery.ended(new MeetingId(MeetingKind.MEETING, "93201235621"), null), List.of());

    private final ObjectMapper mapper = new ObjectMapper();
    private final LastMessage sqs = new LastMessage();
    private final QueueReport queueReport = new QueueReport(
            sqs,
            new Queues(TestSettings.of("REPORT_QUEUE_URL", "https://sqs.example.com/1/reports")),
            () -> NOW,
            new WriteReportEvent(mapper));

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT2M", "PT15M"})
    void leavesADelayToSqs(Duration delay) throws JsonProcessingException {
        queueReport.queue(REQUEST, delay);

        assertThat(sqs.message.delaySeconds()).isEqualTo((int) delay.toSeconds());
        assertThat(body().has("not_before")).isFalse();
    }

    @Test
    void saysInTheMessageWhatIsLongerThanSqsTakes() throws JsonProcessingException {
        queueReport.queue(REQUEST, Duration.ofMinutes(20));

        assertThat(sqs.message.delaySeconds()).isEqualTo(15 * 60);
        assertThat(body().path("not_before").asText()).isEqualTo("2026-11-22T10:20:00Z");
    }

    private JsonNode body() throws JsonProcessingException {
        return mapper.readTree(sqs.message.messageBody());
    }

    /** A server that says how long it delays a message is not to be had. */
    private static final class LastMessage implements SqsClient {
        private SendMessageRequest message;

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            message = request;
            return SendMessageResponse.builder().build();
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

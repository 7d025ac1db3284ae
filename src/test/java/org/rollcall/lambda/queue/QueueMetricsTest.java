package org.rollcall.lambda.queue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
@TestProfile(QueueProfile.class)
class QueueMetricsTest extends QueueTest {
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
            assertThat(out.metrics()).hasSize(1);
            line = out.metrics().get(0);
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
                        "{\"Name\":\"DashboardReports\",\"Unit\":\"Count\"}",
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

    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void tellsHowLongAMeetingWaits(int status) throws IOException {
        zoom.always(any(anyUrl()), error(status, status, "Not now.").withHeader("Retry-After", "7200"));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));
        clock.advance(Duration.ofHours(5));
        List<JsonNode> lines;
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(2)).hasSize(2);
            lines = out.metrics();
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
}

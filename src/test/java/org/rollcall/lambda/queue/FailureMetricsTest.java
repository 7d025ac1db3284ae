package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.tokenCall;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.zoom.api.Rows;

/** Each failure that an alarm watches is counted, whatever becomes of its message. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class FailureMetricsTest extends QueueTest {
    @Test
    void countsCredentialsThatZoomRefuses() throws IOException {
        zoom.always(
                tokenCall(),
                json("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}")
                        .withStatus(400));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));

        // The second message is not begun.
        assertThat(countsOf(2)).containsExactly(Map.entry("CredentialsRefused", 1));
    }

    @Test
    void countsABucketThatIsNotThere() throws IOException {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        zoom.participants(OTHER, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));
        s3.deleteBucket();
        try {
            assertThat(countsOf(2)).containsExactly(Map.entry("StoreFailures", 2));
        } finally {
            s3.createBucket();
        }
    }

    @Test
    void countsNothingWhereNobodyHasToAct() throws IOException {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        sqs.send("not JSON");
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(2)).isEmpty();
            assertThat(out.countsOfTheStack()).isEmpty();
            assertThat(out.metrics()).extracting(line -> line.has("StackName")).containsOnly(false);
        }
    }

    @Test
    void eachIsAMetricOfTheFunctionAndOneOfTheStack() throws IOException {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        s3.refuse(".csv");
        JsonNode line;
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(1)).hasSize(1);
            line = out.metrics().stream()
                    .filter(one -> one.has("StoreFailures"))
                    .findFirst()
                    .orElseThrow();
        }

        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.get("Namespace").asText()).isEqualTo("Rollcall");
        assertThat(directive.get("Dimensions").toString()).isEqualTo("[[\"FunctionName\"],[\"StackName\"]]");
        assertThat(directive.get("Metrics").toString()).isEqualTo("[{\"Name\":\"StoreFailures\",\"Unit\":\"Count\"}]");
        assertThat(line.get("FunctionName").asText()).isEqualTo("rollcall-queue");
        assertThat(line.get("StackName").asText()).isEqualTo("rollcall");
        assertThat(line.get("StoreFailures").asInt()).isEqualTo(1);
    }

    private Map<String, Integer> countsOf(int messages) throws IOException {
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(messages)).hasSize(messages);
            return out.countsOfTheStack();
        }
    }
}

package org.rollcall.packaged;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;

/** The zip that is deployed, through reconciliation, with the Zoom app's credentials from Secrets Manager. */
class PackagedReconcileIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    private static final String UUID = "/ajXp112QmuoKj4854875==";

    private static final SqsStandIn SQS = new SqsStandIn();
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private static Map<String, String> queues;

    @TempDir
    Path reports;

    @BeforeAll
    static void start() {
        queues = SQS.start();
        SERVER.start();
        ObjectNode secret = JSON.createObjectNode()
                .put("zoom_account_id", "account")
                .put("zoom_client_id", "client")
                .put("zoom_client_secret", "secret");
        SERVER.stubFor(post(urlPathEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .willReturn(okJson(JSON.createObjectNode()
                        .put("Name", "rollcall/zoom")
                        .put("SecretString", secret.toString())
                        .toString())));
        SERVER.stubFor(post(urlPathEqualTo("/oauth/token"))
                .withBasicAuth("client", "secret")
                .willReturn(okJson("{\"access_token\":\"token\",\"expires_in\":3599}")));
        SERVER.stubFor(get(urlPathEqualTo("/v2/metrics/webinars"))
                .willReturn(okJson("{\"next_page_token\":\"\",\"webinars\":[]}")));
        SERVER.stubFor(get(urlPathEqualTo("/v2/metrics/meetings"))
                .atPriority(6)
                .willReturn(okJson("{\"next_page_token\":\"\",\"meetings\":[]}")));
        SERVER.stubFor(get(urlPathEqualTo("/v2/metrics/meetings"))
                .withQueryParam("type", equalTo("past"))
                .willReturn(okJson(("{\"next_page_token\":\"\",\"meetings\":[{\"uuid\":\"%s\",\"id\":93201235621,"
                                + "\"topic\":\"Weekly\",\"start_time\":\"%sT09:00:00Z\",\"end_time\":\"%sT10:00:00Z\"}]}")
                        .formatted(UUID, DAY, DAY))));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
        SQS.stop();
    }

    @Test
    void queuesTheMeetingThatHasNoReport() throws IOException {
        try (PackagedFunction function = PackagedFunction.start(Map.of(
                "QUARKUS_LAMBDA_HANDLER", "reconcile",
                "ZOOM_SECRET_ID", "rollcall/zoom",
                "ZOOM_API_URL", SERVER.baseUrl() + "/v2",
                "ZOOM_OAUTH_URL", SERVER.baseUrl() + "/oauth",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", SERVER.baseUrl(),
                "AWS_ENDPOINT_URL", queues.get("aws.endpoint-url-sqs"),
                "REPORT_QUEUE_URL", queues.get("report.queue-url"),
                "RECONCILE_QUEUE_URL", queues.get("reconcile.queue-url"),
                "REPORT_DESTINATION", reports.toUri().toString()))) {
            Answer answer = function.invoke("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(DAY, DAY));

            assertThat(answer.failed())
                    .as(answer.errorType() + ": " + answer.errorMessage())
                    .isFalse();
            JsonNode totals = JSON.readTree(answer.body());
            assertThat(totals.path("ended").asInt()).isEqualTo(1);
            assertThat(totals.path("queued").asInt()).isEqualTo(1);
            assertThat(function.log()).doesNotContain("\"secret\"", "Weekly");
        }
        assertThat(JSON.readTree(SQS.receive(1).get(0).body())
                        .path("meeting_id")
                        .asText())
                .isEqualTo(UUID);
        JsonNode summary =
                JSON.readTree(reports.resolve("reconcile/date=" + DAY + ".json").toFile());
        assertThat(summary.path("missing")).hasSize(1);
    }
}

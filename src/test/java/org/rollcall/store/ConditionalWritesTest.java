package org.rollcall.store;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What S3 says of conditions that don't hold, or of which it can't tell. */
class ConditionalWritesTest {
    private static final String KEY = "mailed/932/dQ.json";
    private static final byte[] CONTENT = {'{', '}'};

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private Destination destination;

    @BeforeEach
    void start() {
        server.start();
        S3Clients clients = S3TestClient.clients(server.baseUrl());
        destination = new S3Destination(S3TestClient.of(clients), null, "reports", "");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void asksS3ForTheCondition() {
        server.stubFor(put(anyUrl()).willReturn(ok()));

        assertThat(destination.putIfAbsent(KEY, "application/json", CONTENT)).isTrue();
        assertThat(destination.putIfUnchanged(KEY, "application/json", CONTENT, "\"tag\""))
                .isTrue();

        server.verify(
                1,
                putRequestedFor(anyUrl())
                        .withHeader("If-None-Match", equalTo("*"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withoutHeader("Expect")
                        .withoutHeader("x-amz-trailer")
                        .withRequestBody(equalTo("{}")));
        server.verify(1, putRequestedFor(anyUrl()).withHeader("If-Match", equalTo("\"tag\"")));
    }

    @Test
    void asksOnceWhereTheConditionDoesNotHold() {
        server.stubFor(put(anyUrl()).willReturn(failed(412, "PreconditionFailed")));

        assertThat(destination.putIfAbsent(KEY, "application/json", CONTENT)).isFalse();

        server.verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void asksAgainWhereAnotherWriteIsUnderWay() {
        answer(1, failed(409, "ConditionalRequestConflict"));
        answer(2, failed(409, "ConditionalRequestConflict"));
        answer(3, failed(412, "PreconditionFailed"));

        assertThat(destination.putIfAbsent(KEY, "application/json", CONTENT)).isFalse();

        server.verify(3, putRequestedFor(anyUrl()));
    }

    @Test
    void givesUpWhereAnotherWriteIsAlwaysUnderWay() {
        server.stubFor(put(anyUrl()).willReturn(failed(409, "ConditionalRequestConflict")));

        assertThatThrownBy(() -> destination.putIfAbsent(KEY, "application/json", CONTENT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://reports/" + KEY);

        server.verify(4, putRequestedFor(anyUrl()));
    }

    @Test
    void whatIsGoneHasChanged() {
        server.stubFor(put(anyUrl()).willReturn(failed(404, "NoSuchKey")));

        assertThat(destination.putIfUnchanged(KEY, "application/json", CONTENT, "\"tag\""))
                .isFalse();
    }

    @Test
    void aServerThatKnowsNoConditionsIsAFailure() {
        server.stubFor(put(anyUrl()).willReturn(failed(501, "NotImplemented")));

        assertThatThrownBy(() -> destination.putIfAbsent(KEY, "application/json", CONTENT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3:PutObject");
    }

    private void answer(int attempt, ResponseDefinitionBuilder answer) {
        server.stubFor(put(anyUrl())
                .inScenario("attempts")
                .whenScenarioStateIs(attempt == 1 ? Scenario.STARTED : "attempt " + attempt)
                .willSetStateTo("attempt " + (attempt + 1))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder failed(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/xml")
                .withBody("<Error><Code>" + code + "</Code><Message>No.</Message></Error>");
    }
}

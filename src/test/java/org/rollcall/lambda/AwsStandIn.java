package org.rollcall.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * AWS on the wire, as far as a test says what it answers; Zoom's secrets are in Secrets Manager. A component test gets
 * it in a field of this type.
 */
public final class AwsStandIn implements QuarkusTestResourceLifecycleManager {
    /** The action that reads a secret. */
    public static final String GET_SECRET_VALUE = "secretsmanager.GetSecretValue";
    /** The action that puts a message on a queue. */
    public static final String SEND_MESSAGE = "AmazonSQS.SendMessage";

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    @Override
    public Map<String, String> start() {
        TestAws.useMadeUpCredentials();
        server.start();
        System.setProperty("aws.endpointUrl", server.baseUrl());
        return Map.of(
                "aws.endpoint-url", server.baseUrl(),
                "zoom.secret-id", "rollcall/zoom",
                "report.queue-url", server.url("/queue/reports"));
    }

    @Override
    public void stop() {
        System.clearProperty("aws.endpointUrl");
        server.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(AwsStandIn.class));
    }

    /** Forgets answers and calls. */
    public void reset() {
        server.resetAll();
    }

    /** Every call of this action gets this answer from now on. */
    public void answer(String action, ResponseDefinitionBuilder answer) {
        server.stubFor(call(action).willReturn(answer));
    }

    /** How many calls of this action there were. */
    public int count(String action) {
        return server.countRequestsMatching(call(action).build().getRequest()).getCount();
    }

    /** The answer of Secrets Manager, which holds these fields as JSON. */
    public static ResponseDefinitionBuilder secret(String json) {
        return okJson(TestAws.secretAnswer(json));
    }

    private static MappingBuilder call(String action) {
        return post("/").withHeader("X-Amz-Target", equalTo(action));
    }
}

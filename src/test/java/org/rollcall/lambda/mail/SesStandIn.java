package org.rollcall.lambda.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.rollcall.lambda.TestAws;

/** Amazon SES's API v2 on the wire. A component test gets it in a field of this type. */
public final class SesStandIn implements QuarkusTestResourceLifecycleManager {
    private static final String ENDPOINT = "aws.endpointUrlSesV2";
    private static final String SEND = "/v2/email/outbound-emails";

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    @Override
    public Map<String, String> start() {
        TestAws.useMadeUpCredentials();
        server.start();
        System.setProperty(ENDPOINT, server.baseUrl());
        return Map.of();
    }

    /** Starts and accepts every mail; returns what {@code AWS_ENDPOINT_URL_SESV2} has to be. */
    public String startToAccept() {
        start();
        accept();
        return server.baseUrl();
    }

    @Override
    public void stop() {
        System.clearProperty(ENDPOINT);
        server.stop();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SesStandIn.class));
    }

    /** Forgets what was sent, and accepts every mail from now on. */
    void accept() {
        server.resetAll();
        answer(okJson("{\"MessageId\":\"0107019-ses\"}"));
    }

    /** Answers every mail so from now on. */
    void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(post(SEND).willReturn(answer));
    }

    /** SES's answer to a mail that it does not take. */
    static ResponseDefinitionBuilder failed(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("x-amzn-ErrorType", code)
                .withBody("{\"message\":\"" + message + "\"}");
    }

    /** The mails that SES was asked to send, whatever it answered. */
    public List<JsonNode> mails() {
        return server.getAllServeEvents().stream()
                .map(event -> {
                    try {
                        return new ObjectMapper().readTree(event.getRequest().getBody());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}

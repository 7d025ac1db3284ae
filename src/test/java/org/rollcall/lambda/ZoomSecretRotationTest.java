package org.rollcall.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.TestClock;

@QuarkusTest
@TestProfile(ZoomSecretRotationTest.Profile.class)
class ZoomSecretRotationTest {
    private static final String SECRETS_MANAGER = "/secrets-manager/";
    private static final String PARTICIPANTS = "/v2/metrics/meetings/93201235621/participants";
    private static WireMockServer server;

    @Inject
    TestClock clock;

    @BeforeEach
    void begin() {
        aMinuteLater();
        server.resetAll();
    }

    /** The secret is read again at most once a minute. */
    private void aMinuteLater() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aRotatedSecretIsReadAgainAndAWrongOneSaidSo() {
        secretHolds("first-secret");
        zoomTakes("first-secret", "first-token");
        ask().statusCode(200).body(containsString("dojo"));
        ask().statusCode(200);
        server.verify(1, postRequestedFor(urlEqualTo(SECRETS_MANAGER)));

        aMinuteLater();
        secretHolds("second-secret");
        zoomTakes("second-secret", "second-token");
        ask().statusCode(200).body(containsString("dojo"));
        server.verify(2, postRequestedFor(urlEqualTo(SECRETS_MANAGER)));

        zoomTakes("third-secret", "third-token");
        ask().statusCode(500)
                .body(
                        "errorType",
                        equalToIgnoringCase("org.rollcall.zoom.CredentialsRefusedException"),
                        "errorMessage",
                        allOf(containsString("ZOOM_SECRET_ID"), not(containsString("-secret"))));
    }

    @Test
    void aReportOutlivesARotationThatTwoOfItsCallsFindOut() {
        secretHolds("old-secret");
        zoomTakes("old-secret", "old-token");
        ask().statusCode(200);

        aMinuteLater();
        secretHolds("new-secret");
        zoomTakes("new-secret", "new-token");
        // For as long as it takes both, the second page and the details, to ask for a token with the old secret.
        server.stubFor(post("/oauth/token")
                .withBasicAuth("client", "old-secret")
                .willReturn(aResponse().withStatus(400).withFixedDelay(500)));
        server.stubFor(withToken(get(urlPathEqualTo(PARTICIPANTS)), "old-token")
                .withQueryParam("next_page_token", absent())
                .willReturn(page("\"2\"")));
        server.stubFor(withToken(get(urlPathEqualTo(PARTICIPANTS)), "new-token")
                .withQueryParam("next_page_token", equalTo("2"))
                .willReturn(page("\"\"")));

        ask().statusCode(200).body("complete", is(true)).body("participants", hasSize(2));
    }

    private static ResponseDefinitionBuilder page(String nextPageToken) {
        return okJson("{\"total_records\": 2, \"next_page_token\": " + nextPageToken
                + ", \"participants\": [{\"user_name\": \"dojo\"}]}");
    }

    private static ValidatableResponse ask() {
        return Door.invoke("{\"meeting_id\": \"93201235621\", \"deliver\": \"return\"}");
    }

    private static void secretHolds(String clientSecret) {
        server.stubFor(post(SECRETS_MANAGER)
                .willReturn(
                        okJson(TestAws.secretAnswer("{\"zoom_account_id\": \"account\", \"zoom_client_id\": \"client\","
                                + " \"zoom_client_secret\": \"" + clientSecret + "\"}"))));
    }

    private static void zoomTakes(String clientSecret, String token) {
        server.stubFor(post("/oauth/token")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}")));
        server.stubFor(post("/oauth/token")
                .withBasicAuth("client", clientSecret)
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3599}")));
        server.stubFor(get(urlPathMatching("/v2/.*"))
                .willReturn(
                        aResponse().withStatus(401).withBody("{\"code\":124,\"message\":\"Invalid access token.\"}")));
        server.stubFor(withToken(get(urlPathEqualTo("/v2/metrics/meetings/93201235621")), token)
                .willReturn(okJson("{\"id\": 93201235621, \"uuid\": \"4444AAAiAAAAAiAiAiiAii==\"}")));
        server.stubFor(withToken(get(urlPathEqualTo(PARTICIPANTS)), token)
                .willReturn(okJson("{\"total_records\": 1, \"next_page_token\": \"\","
                        + " \"participants\": [{\"user_name\": \"dojo\"}]}")));
    }

    private static MappingBuilder withToken(MappingBuilder request, String token) {
        return request.withHeader("Authorization", equalTo("Bearer " + token));
    }

    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "report", "zoom.secret-id", "rollcall/zoom");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }
    }

    public static class Servers implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            TestAws.useMadeUpCredentials();
            server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            server.start();
            return Map.of(
                    "aws.endpoint-url-secrets-manager", server.url(SECRETS_MANAGER),
                    "zoom.api-url", server.url("/v2"),
                    "zoom.oauth-url", server.url("/oauth"));
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}

package org.rollcall.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.rollcall.lambda.AwsStandIn.GET_SECRET_VALUE;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;
import static org.rollcall.zoom.ZoomStandIn.pageToken;
import static org.rollcall.zoom.ZoomStandIn.token;
import static org.rollcall.zoom.ZoomStandIn.tokenCall;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
@WithTestResource(AwsStandIn.class)
class ZoomSecretRotationTest extends ComponentTest {
    private static final String RETURNED = "{\"meeting_id\": \"" + ID + "\", \"deliver\": \"return\"}";

    AwsStandIn aws;

    @BeforeEach
    void begin() {
        aws.reset();
    }

    /** The secret is read again at most once a minute. */
    private void aMinuteLater() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aRotatedSecretIsReadAgainAndAWrongOneSaidSo() {
        secretHolds("first-secret");
        zoomTakes("first-secret", "first-token");
        LambdaService.succeed(RETURNED).body("participants", hasSize(1));
        LambdaService.succeed(RETURNED);
        assertThat(aws.count(GET_SECRET_VALUE)).isEqualTo(1);

        aMinuteLater();
        secretHolds("second-secret");
        zoomTakes("second-secret", "second-token");
        LambdaService.succeed(RETURNED).body("participants", hasSize(1));
        assertThat(aws.count(GET_SECRET_VALUE)).isEqualTo(2);

        zoomTakes("third-secret", "third-token");
        Failure failure = fail(RETURNED);
        assertThat(failure.name()).isEqualTo("CredentialsRefusedException");
        assertThat(failure.message()).contains("ZOOM_SECRET_ID").doesNotContain("-secret");
    }

    @Test
    void aReportOutlivesARotationThatTwoOfItsCallsFindOut() {
        secretHolds("old-secret");
        zoomTakes("old-secret", "old-token");
        LambdaService.succeed(RETURNED);

        aMinuteLater();
        secretHolds("new-secret");
        zoomTakes("new-secret", "new-token");
        // For as long as it takes both, the second page and the details, to ask for a token with the old secret.
        zoom.always(
                        tokenCall().withBasicAuth("client", "old-secret"),
                        invalidClient().withFixedDelay(500))
                .always(withToken(pageCall(ID, "past", 1), "old-token"), page(2, pageToken(ID, 2)))
                .always(withToken(pageCall(ID, "past", 2), "new-token"), page(2, ""));

        LambdaService.succeed(RETURNED).body("complete", is(true)).body("participants", hasSize(2));
    }

    private void secretHolds(String clientSecret) {
        aws.answer(
                GET_SECRET_VALUE,
                AwsStandIn.secret("{\"zoom_account_id\": \"account\", \"zoom_client_id\": \"client\","
                        + " \"zoom_client_secret\": \"" + clientSecret + "\"}"));
    }

    private void zoomTakes(String clientSecret, String token) {
        zoom.always(tokenCall(), invalidClient())
                .always(tokenCall().withBasicAuth("client", clientSecret), token(token, 3599))
                .always(get(urlPathMatching("/v2/.*")), error(401, 124, "Invalid access token."))
                .always(withToken(detailsCall(ID, "past"), token), json(Rows.details(ID)))
                .always(withToken(pageCall(ID, "past", 1), token), page(1, ""));
    }

    private static ResponseDefinitionBuilder invalidClient() {
        return json("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}")
                .withStatus(400);
    }

    private static ResponseDefinitionBuilder page(int totalRecords, String nextPageToken) {
        return json(Rows.page(totalRecords, nextPageToken, List.of(Rows.row(nextPageToken.length()))));
    }

    private static MappingBuilder withToken(MappingBuilder request, String token) {
        return request.withHeader("Authorization", equalTo("Bearer " + token));
    }
}

package org.rollcall.zoom.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.TOKEN;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageCall;
import static org.rollcall.zoom.ZoomStandIn.token;
import static org.rollcall.zoom.ZoomStandIn.tokenCall;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;

@QuarkusTest
class AccessTokensTest extends ComponentTest {

    @BeforeEach
    void twoPages() {
        zoom.meeting(ID, "past", 2, Rows.of(3));
    }

    @Test
    void asksForATokenAsServerToServerOAuthWantsIt() {
        LambdaService.succeed(LambdaService.event(ID, "past"));

        LoggedRequest call = zoom.requests().get(0);
        String basic = Base64.getEncoder()
                .encodeToString(
                        (ZoomStandIn.CLIENT_ID + ":" + ZoomStandIn.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(call.getMethod() + " " + call.getUrl()).isEqualTo("POST /oauth/token");
        assertThat(call.getHeader("Authorization")).isEqualTo("Basic " + basic);
        assertThat(call.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(call.getBodyAsString().split("&"))
                .containsExactlyInAnyOrder("grant_type=account_credentials", "account_id=" + ZoomStandIn.ACCOUNT_ID);
    }

    @Test
    void keepsTheTokenAcrossInvocationsAndRenewsItAMinuteBeforeItEnds() {
        LambdaService.succeed(LambdaService.event(ID, "past"));
        clock.advance(Duration.ofSeconds(3599 - 60 - 10));
        LambdaService.succeed(LambdaService.event(ID, "past"));
        assertThat(zoom.tokenCalls()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(10));
        LambdaService.succeed(LambdaService.event(ID, "past"));
        assertThat(zoom.tokenCalls()).isEqualTo(2);
    }

    @Test
    void renewsATokenThatZoomRefusesMidway() {
        zoom.next(tokenCall(), token(TOKEN + "old", 3599), token(TOKEN + "new", 3599))
                .next(pageCall(ID, "past", 2), error(401, 124, "Access token is expired."));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.tokenCalls()).isEqualTo(2);
        assertThat(bearers(2)).containsExactly("Bearer " + TOKEN + "old", "Bearer " + TOKEN + "new");
    }

    @Test
    void renewsATokenOnceAndThenSaysWhatToLookAt() {
        LambdaService.succeed(LambdaService.event(ID, "past"));
        s3.empty();
        zoom.always(pageCall(ID, "past", 1), error(401, 124, "Invalid access token."));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("CredentialsRefusedException");
        assertThat(failure.message()).contains(ID, "401", "124", "app is still activated");
        assertThat(zoom.tokenCalls()).isEqualTo(2);
        assertThat(zoom.count(pageCall(ID, "past", 1))).isEqualTo(1 + 2);
    }

    @ParameterizedTest
    @CsvSource({"400,4711", "403,104"})
    void renewsATokenThatIsOlderThanAScope(int status, int code) {
        LambdaService.succeed(LambdaService.event(ID, "past"));
        zoom.next(pageCall(ID, "past", 1), error(status, code, "Invalid access token, does not contain scopes."));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.tokenCalls()).isEqualTo(2);
    }

    @Test
    void doesNotRenewATokenThatIsRefusedWhenNew() {
        zoom.always(pageCall(ID, "past", 1), error(401, 124, "Invalid access token."));

        assertThat(failForPast().name()).isEqualTo("CredentialsRefusedException");
        assertThat(zoom.calls()).hasSize(2);
    }

    @Test
    void saysWhichSettingsToLookAtWhenThereIsNoToken() {
        zoom.always(
                tokenCall(),
                json("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}")
                        .withStatus(400));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("CredentialsRefusedException");
        assertThat(failure.message())
                .contains(
                        "Invalid client_id or client_secret", "ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET");
        assertThat(zoom.calls()).hasSize(1);
    }

    @Test
    void asksAgainWhenTheTokenEndpointFails() {
        zoom.next(
                tokenCall(),
                error(500, 0, "Internal error"),
                error(429, 429, "Too many requests").withHeader("Retry-After", "0"),
                html(200, "Gateway"),
                json("{\"access_token\":\"" + TOKEN));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.tokenCalls()).isEqualTo(5);
    }

    @Test
    void quotesNoTokenFromAnAnswerThatBroke() {
        zoom.always(tokenCall(), json("{\"access_token\":\"" + TOKEN + "1\",\"expires_in\":"));

        Failure failure = failForPast();

        assertThat(failure.name()).isEqualTo("ZoomUnavailableException");
        assertThat(failure.message()).contains("an access token", "Ask again later");
        assertThat(zoom.tokenCalls()).isEqualTo(5);
    }

    @Test
    void quotesNoTokenFromAFailureThatBroke() {
        zoom.always(
                tokenCall(),
                json("{\"access_token\":\"" + TOKEN + "1\",\"expires_in\":").withStatus(500));

        assertThat(failForPast().name()).isEqualTo("ZoomUnavailableException");
    }

    @Test
    void asksAgainWhenTheTokenIsMissing() {
        zoom.next(tokenCall(), json("{}"), json("{\"access_token\":null}"), json(""));

        LambdaService.succeed(LambdaService.event(ID, "past"));

        assertThat(zoom.tokenCalls()).isEqualTo(4);
    }

    private List<String> bearers(int page) {
        return zoom.requests().stream()
                .filter(request -> request.getUrl().contains(page == 1 ? "page_size" : "next_page_token"))
                .map(request -> request.getHeader("Authorization"))
                .toList();
    }
}

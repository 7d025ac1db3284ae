package org.rollcall.lambda.queue;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.detailsCall;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.html;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;
import software.amazon.awssdk.services.sqs.model.Message;

/** What cannot succeed, or did not for too long, becomes a dead letter that says why. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class DeadLetterTest extends QueueTest {
    @Test
    void givesUpAReportThatZoomDoesNotHaveAfterADay() {
        sqs.send(message(UUID));
        clock.advance(Duration.ofHours(25));

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter(message(UUID), "MeetingNotFoundException", "Zoom knows no meeting " + UUID);
        assertThat(sqs.count()).isZero();
    }

    @Test
    void givesUpAtTheLastDeliveryThatTheQueueAllows() {
        zoom.always(any(anyUrl()), error(503, 503, "Down."));
        sqs.send(message(UUID));

        assertThat(failures(lastDelivery(event(sqs.receive(1))))).isEmpty();

        assertDeadLetter(message(UUID), "ZoomUnavailableException", "503");
    }

    /** Else SQS would move it there, and would not say why. */
    @Test
    void givesUpWhatWouldFailLikeItsNeighbourAtTheLastDelivery() {
        zoom.always(ZoomStandIn.tokenCall(), error(400, 0, "Invalid client_id or client_secret"));
        List<Message> messages = inTurn(message(UUID), message(OTHER));

        assertThat(failures(lastDelivery(event(messages))))
                .containsExactly(messages.get(0).messageId());

        assertDeadLetter(message(OTHER), "CredentialsRefusedException", "ZOOM_CLIENT");
        assertThat(zoom.tokenCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void givesUpAtOnceWhatCannotSucceed(ResponseDefinitionBuilder refusal, String reason, String detail) {
        zoom.always(pageCall(OTHER, "past", 1), refusal).participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(OTHER));
        sqs.send(message(UUID));

        assertThat(deliver(2)).isEmpty();

        assertThat(s3.documents()).isEqualTo(KEYS);
        assertDeadLetter(message(OTHER), reason, detail);
        assertThat(sqs.count()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(error(300, 300, "Meeting ID is invalid."), "RequestRefusedException", OTHER),
                Arguments.of(error(400, 300, "Webinar ID."), "RequestRefusedException", "webinar"));
    }

    /** Of the account or the app, so that its neighbour has no better luck. */
    @ParameterizedTest
    @MethodSource("refusalsOfAll")
    void givesUpWhatEverySourceRefuses(ResponseDefinitionBuilder refusal, String reason, String detail) {
        zoom.always(get(urlPathMatching("/v2/.*/participants")), refusal);
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter(message(UUID), reason, detail);
        // By a token that was kept, each is asked twice: a new one can have more scopes.
        assertThat(zoom.calls().stream()
                        .filter(call -> call.contains("participants"))
                        .distinct())
                .hasSize(3);
    }

    static Stream<Arguments> refusalsOfAll() {
        return Stream.of(
                Arguments.of(error(400, 4711, "No scope."), "MissingScopeException", "dashboard_meetings:read:admin"),
                Arguments.of(error(400, 200, "No permission."), "DashboardNotAvailableException", "Business plan"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no report request",
                "null",
                "[]",
                "\"93201235621\"",
                "{}",
                "{\"meeting_id\":\"\"}",
                "{\"meeting_id\":{\"id\":1}}",
                "{\"meeting_id\":\"93201235621\",\"type\":\"weekly\"}",
                "{\"meeting_id\":\"93201235621\",\"formats\":[\"docx\"]}",
                "{\"meeting_id\":\"93201235621\",\"formats\":{\"a\":[[[]]]}}",
                "{\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":\"1\"}}}",
                "{\"event\":\"meeting.ended\",\"payload\":{\"object\":7}}"
            })
    void givesUpWhatItDidNotWrite(String body) {
        sqs.send(body);

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter(body, "InvalidRequestException", " is ");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void givesUpRecordsWithoutFields() {
        assertThat(failures("{\"Records\":[{},5,null,{\"messageId\":\"m\",\"body\":{\"a\":1},\"attributes\":[]}]}"))
                .isEmpty();
        assertThat(sqs.countDeadLetters()).isEqualTo(4);
    }

    @Test
    void keepsOnTheQueueWhatCannotBecomeADeadLetter() {
        sqs.deleteDeadLetters();
        try {
            sqs.send("this is no report request");
            assertThat(deliver(1)).hasSize(1);
        } finally {
            sqs.createDeadLetters();
        }
        assertThat(deliver(1)).isEmpty();
        assertDeadLetter("this is no report request", "InvalidRequestException", "JSON");
    }

    @Test
    void storesNoOtherInstanceThanTheOneThatIsBlocked() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked")).meeting(ID, "past", 300, Rows.of(2));
        sqs.send(message(UUID));

        assertThat(deliver(1)).isEmpty();

        assertThat(s3.keys()).isEmpty();
        assertDeadLetter(message(UUID), "OtherInstanceException", "uuid/of+" + ID + "==");
    }

    @Test
    void givesUpABlockedUuidWithoutANumber() {
        zoom.always(pageCall(UUID, "past", 1), html(403, "Blocked"));
        sqs.send("{\"meeting_id\":\"" + UUID + "\"}");

        assertThat(deliver(1)).isEmpty();

        assertDeadLetter("{\"meeting_id\":\"" + UUID + "\"}", "MeetingBlockedException", "firewall");
        assertThat(zoom.count(detailsCall(UUID, "past"))).isZero();
    }

    /** The event, its last message at the last delivery that the queue allows. */
    private static String lastDelivery(String event) {
        String first = "\"ApproximateReceiveCount\":\"1\"";
        int message = event.lastIndexOf(first);
        return event.substring(0, message)
                + "\"ApproximateReceiveCount\":\"20\""
                + event.substring(message + first.length());
    }

    private void assertDeadLetter(String body, String reason, String detail) {
        List<Message> messages = sqs.receiveDeadLetters(1);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).body()).isEqualTo(body);
        assertThat(messages.get(0).messageAttributes().get("reason").stringValue())
                .isEqualTo(reason);
        assertThat(messages.get(0).messageAttributes().get("detail").stringValue())
                .contains(detail);
    }
}

package org.rollcall.lambda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lambda.api.ApiAnswers.askInTime;
import static org.rollcall.lambda.api.ApiAnswers.json;
import static org.rollcall.lambda.api.ApiAnswers.parse;
import static org.rollcall.lambda.api.ApiAnswers.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.http.HttpEvents;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;

/** What comes too late for the gateway. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class QueueLateReportTest extends ApiTest {
    SqsStandIn sqs;

    @Inject
    ApiHandler handler;

    @BeforeEach
    void begin() {
        sqs.empty();
    }

    @Test
    void queuesWhatTakesLongerThanTheGatewayWaitsAndSaysWhereItWillBe() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(3));
        zoom.always(ZoomStandIn.pageCall(ID, "past", 2), ZoomStandIn.json("{}").withFixedDelay(30_000));

        JsonNode answer = askInTime(handler, HttpEvents.get(PATH + "?format=csv&include_fields=registrant_id"), 3_000);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        assertThat(json(answer).path("status").asText()).isEqualTo("queued");
        assertThat(json(answer).path("location").asText())
                .startsWith("s3://reports/zoom/csv/date=2026-11-22/" + ID + "_")
                .endsWith(".csv");
        JsonNode message = parse(sqs.receive(1).get(0).body());
        // Not by the number, for which the next instance answers once that has ended.
        assertThat(message.path("meeting_id").asText()).isEqualTo("uuid/of+" + ID + "==");
        assertThat(message.at("/meeting/id").asText()).isEqualTo(ID);
        assertThat(message.path("formats")).containsExactly(TextNode.valueOf("csv"));
        assertThat(message.path("include_fields").asText()).isEqualTo("registrant_id");
        assertThat(message.at("/meeting/uuid").asText()).isEqualTo("uuid/of+" + ID + "==");
    }

    @Test
    void doesNotSayWhereItWillBeBeforeTheMeetingIsKnown() throws IOException {
        zoom.always(ZoomStandIn.pageCall(ID, "past", 1), ZoomStandIn.json("{}").withFixedDelay(30_000));

        JsonNode answer = askInTime(handler, HttpEvents.get(PATH + "?type=past"), 1_500);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        assertThat(json(answer).path("status").asText()).isEqualTo("queued");
        assertThat(json(answer).has("location")).isFalse();
        JsonNode message = parse(sqs.receive(1).get(0).body());
        assertThat(message.path("meeting_id").asText()).isEqualTo(ID);
        assertThat(message.has("meeting")).isFalse();
    }

    @Test
    void isOutOfTimeWhereTheQueueCannotBeReached() throws IOException {
        zoom.meeting(ID, "past", 2, Rows.of(3));
        zoom.always(ZoomStandIn.pageCall(ID, "past", 2), ZoomStandIn.json("{}").withFixedDelay(30_000));
        sqs.deleteReports();
        try {
            assertThat(problem(askInTime(handler, HttpEvents.get(PATH), 3_000), 504))
                    .contains(ID);
        } finally {
            sqs.createReports();
        }
        assertThat(log.text()).contains("did not take the request for meeting uuid/of+" + ID + "==", "sqs:SendMessage");
    }

    @Test
    void doesNotQueueAMeetingThatGoesOn() throws IOException {
        zoom.always(ZoomStandIn.pageCall(ID, "live", 1), ZoomStandIn.json("{}").withFixedDelay(30_000));

        assertThat(problem(askInTime(handler, HttpEvents.get(PATH + "?type=live"), 1_500), 504))
                .contains(ID);
        assertThat(sqs.count()).isZero();
    }
}

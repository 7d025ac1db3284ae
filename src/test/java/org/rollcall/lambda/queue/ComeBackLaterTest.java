package org.rollcall.lambda.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.zoom.ZoomStandIn.dailyLimit;
import static org.rollcall.zoom.ZoomStandIn.error;
import static org.rollcall.zoom.ZoomStandIn.pageCall;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;
import software.amazon.awssdk.services.sqs.model.Message;

/** What fails now and may succeed later stays on the queue. */
@QuarkusTest
@TestProfile(QueueProfile.class)
class ComeBackLaterTest extends QueueTest {
    @Test
    void waitsForAReportThatZoomDoesNotHaveYet() {
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(s3.keys()).isEmpty();
        assertThat(zoom.count(pageCall(UUID, "live", 1))).isZero();

        zoom.participants(UUID, "past", 300, 3, Rows.of(3));

        assertThat(deliver(1)).isEmpty();
        assertThat(s3.documents()).isEqualTo(KEYS);
        assertThat(sqs.count()).isZero();
        assertThat(sqs.countDeadLetters()).isZero();
    }

    @Test
    void handsTheRestOfTheBatchBackWhenZoomThrottles() {
        zoom.next(
                pageCall(UUID, "past", 1),
                throttled("0"),
                throttled("0"),
                throttled("0"),
                throttled("0"),
                throttled("1"));

        assertThat(deliver(inTurn(message(UUID), message(OTHER), message(OTHER))))
                .hasSize(3);
        assertThat(zoom.count(pageCall(OTHER, "past", 1))).isZero();
        assertThat(s3.keys()).isEmpty();

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(3)).isEmpty();
        assertThat(s3.documents()).hasSize(4);
    }

    @Test
    void leavesALongWaitToTheQueue() {
        zoom.always(pageCall(UUID, "past", 1), throttled("120"));
        sqs.send(message(UUID));

        assertThat(deliver(1)).hasSize(1);

        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);
        assertThat(sqs.count()).isEqualTo(1);
        // As long as Zoom says, and up to a fifth more.
        assertThat(log.text()).containsPattern("It is tried again in 1([23]\\d|4[0-4]) s");
    }

    @Test
    void waitsOutADailyLimit() {
        zoom.always(pageCall(UUID, "past", 1), dailyLimit("2"));
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(zoom.count(pageCall(UUID, "past", 1))).isEqualTo(1);

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    @Test
    void holdsNobodyBackForANeighbourThatZoomFailsAt() {
        zoom.always(pageCall(OTHER, "past", 1), error(500, 500, "Oops."))
                .participants(UUID, "past", 300, 1, Rows.of(1));
        List<Message> messages = inTurn(message(OTHER), message(UUID));

        assertThat(deliver(messages)).containsExactly(messages.get(0).messageId());

        assertThat(s3.documents()).isEqualTo(KEYS);
        zoom.reset();
        zoom.participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.documents()).hasSize(4);
    }

    @Test
    void triesAgainWhenTheReportCouldNotBeStored() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        sqs.send(message(UUID));
        s3.deleteBucket();
        try {
            assertThat(deliver(1)).hasSize(1);
        } finally {
            s3.createBucket();
        }
        assertThat(deliver(1)).isEmpty();
        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    @Test
    void triesAgainWhenThePagesDoNotAddUp() {
        zoom.participants(UUID, "past", 300, 5, Rows.of(3));
        sqs.send(message(UUID));
        assertThat(deliver(1)).hasSize(1);
        assertThat(s3.keys()).isEmpty();
        assertThat(log.text()).contains("announced 5 rows");
    }

    @Test
    void waitsWhileTheCredentialsAreReplaced() {
        zoom.always(ZoomStandIn.tokenCall(), error(400, 0, "Invalid client_id or client_secret"));
        sqs.send(message(UUID));
        sqs.send(message(OTHER));
        assertThat(deliver(2)).hasSize(2);
        // Who is refused once is not asked for a second meeting.
        assertThat(zoom.tokenCalls()).isEqualTo(1);

        zoom.reset();
        zoom.participants(UUID, "past", 300, 1, Rows.of(1)).participants(OTHER, "past", 300, 1, Rows.of(1));
        assertThat(deliver(2)).isEmpty();
        assertThat(s3.documents()).hasSize(4);
    }

    @Test
    void beginsNothingBeforeItsTime() {
        zoom.participants(UUID, "past", 300, 1, Rows.of(1));
        List<Message> messages = inTurn(notBefore(clock.instant().plus(Duration.ofHours(1)), message(UUID)));

        assertThat(deliver(messages)).hasSize(1);
        assertThat(zoom.calls()).isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(deliver(messages)).isEmpty();
        assertThat(s3.documents()).isEqualTo(KEYS);
    }

    private static ResponseDefinitionBuilder throttled(String retryAfter) {
        return error(429, 429, "Too many requests.")
                .withHeader("X-RateLimit-Type", "QPS")
                .withHeader("Retry-After", retryAfter);
    }
}

package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rollcall.zoom.ZoomStandIn.historyCall;
import static org.rollcall.zoom.ZoomStandIn.listCall;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.ZoomStandIn;

/** Zoom's list of the meetings that have ended, and what can go wrong with it. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class ListPastMeetingsTest extends ReconcileTest {
    @Test
    void throttlingIsWaitedOut() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        zoom.list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 2),
                ZoomStandIn.error(429, 429, "Too many requests.").withHeader("Retry-After", "1"));
        LambdaService.invoke("{}").statusCode(200).body("ended", is(2)).body("zoom_calls", is(6));
    }

    @Test
    void anExpiredPageTokenBeginsTheListAgain() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        zoom.list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 2),
                ZoomStandIn.error(400, 300, "The next page token is invalid or expired."));
        LambdaService.invoke("{}").statusCode(200).body("ended", is(2)).body("queued", is(2));
    }

    @Test
    void aPageTokenThatExpiresEveryTimeIsAFailure() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(2, day)));
        zoom.always(
                listCall("past", today.minusDays(3), today, 2).atPriority(1),
                ZoomStandIn.error(400, 300, "The next page token is invalid or expired."));
        assertThat(LambdaService.fail("{}").name()).isEqualTo("IncompleteReportException");
        assertThat(zoom.calls().stream().filter(call -> call.startsWith("GET"))).hasSize(6);
    }

    @Test
    void refusalsSayWhatToDo() {
        String days = today.minusDays(3) + " to " + today;
        zoom.always(listCall(), ZoomStandIn.error(400, 4711, "Invalid access token, does not contain scopes."));
        zoom.always(historyCall(), ZoomStandIn.error(400, 200, "No permission."));
        LambdaService.invoke("{}").statusCode(200).body("ended", is(0));
        assertThat(log.text())
                .contains("The Zoom app may not read the meetings of " + days, "dashboard:read:list_meetings:admin")
                .contains("The Zoom account may not read the history of the past meetings of " + days, "Pro plan");
    }

    @Test
    void anAnswerThatIsNoListIsAskedForAgain() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day)));
        zoom.list("pastOne", today.minusDays(3), today);
        zoom.next(
                listCall("past", today.minusDays(3), today, 1),
                ZoomStandIn.json("{}"),
                ZoomStandIn.json("{\"meetings\":[{\"uuid"),
                ZoomStandIn.html(502, "Bad gateway"));
        LambdaService.invoke("{}").statusCode(200).body("ended", is(1));
    }
}

package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.LambdaService;

@QuarkusTest
@TestProfile(ReconcileProfile.class)
class ReadReconcileEventTest extends ReconcileTest {
    @Test
    void aScheduledEventMeansTheTwoDaysBeforeToday() {
        emptyLists();
        LambdaService.invoke(
                        """
                        {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
                         "source": "aws.events", "account": "111122223333", "time": "2026-11-22T04:00:00Z",
                         "region": "eu-central-1", "resources": [], "detail": {}}""")
                .statusCode(200)
                .body("days", is(2));
        assertThat(s3.keys())
                .containsExactly(
                        "zoom/reconcile/date=" + today.minusDays(2) + ".json",
                        "zoom/reconcile/date=" + today.minusDays(1) + ".json");
    }

    @Test
    void aRangeInsideAnEventBridgeEnvelopeCounts() {
        emptyLists();
        LambdaService.invoke("{\"detail-type\": \"Reconcile\", \"detail\": " + range(day, today) + "}")
                .statusCode(200)
                .body("days", is(2));
        assertThat(s3.keys()).contains("zoom/reconcile/date=" + today + ".json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [1]                                                   | The event is not a JSON object.
            "2026-11-01"                                          | The event is not a JSON object.
            {"from": "yesterday"}                                 | from is not a day. It accepts YYYY-MM-DD
            {"from": 20261101}                                    | from is not a day. It accepts YYYY-MM-DD
            {"from": "2026-02-30"}                                | from is not a day. It accepts YYYY-MM-DD
            {"to": {}}                                            | to is not a day. It accepts YYYY-MM-DD
            {"from": "TODAY-1", "to": "TODAY-2"}                  | to is before from. It accepts TODAY-1 or a later day
            {"to": "TODAY-9"}                                     | to is before from. It accepts TODAY-2 or a later day
            {"to": "TODAY+1"}                                     | to is in the future. It accepts TODAY-0, which is today
            {"from": "2001-01-01"}                                | from is too long ago: Zoom's dashboard has the last six
            {"step_days": 0}                                      | step_days is not one. It accepts a whole number from 1 to 29
            {"step_days": "7"}                                    | step_days is not one. It accepts a whole number from 1 to 29
            """)
    void badInputIsNamed(String event, String message) {
        LambdaService.Failure failure = LambdaService.fail(relative(event));
        assertThat(failure.name()).isEqualTo("InvalidRequestException");
        assertThat(failure.message()).startsWith(relative(message));
        assertThat(zoom.calls()).isEmpty();
    }

    private String relative(String text) {
        String result = text;
        for (int days : new int[] {-9, -2, -1, 0, 1}) {
            result = result.replace(
                    "TODAY" + (days > 0 ? "+" + days : "-" + -days),
                    today.plusDays(days).toString());
        }
        return result;
    }
}

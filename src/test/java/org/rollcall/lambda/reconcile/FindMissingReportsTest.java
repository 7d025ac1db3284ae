package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.report.Meeting;
import org.rollcall.store.ReportKey;

@QuarkusTest
@TestProfile(ReconcileProfile.class)
class FindMissingReportsTest extends ReconcileTest {
    @Test
    void theDayOfAMeetingIsThatOfItsStartInUtcWhateverZoomListsItUnder() {
        Meeting before = meeting(1, day.minusDays(2));
        Meeting after = meeting(2, today);
        Meeting within = meeting(3, day);
        zoom.list("past", today.minusDays(3), today, List.of(before, within, after));
        zoom.list("pastOne", today.minusDays(3), today);
        LambdaService.invoke("{}").body("ended", is(1));
        assertThat(takeReports()).singleElement().asString().contains("/uuid//3==");
    }

    @Test
    void aReportOnTheOtherSideOfMidnightIsFound() {
        Meeting listed = new Meeting("93", "u==", "", instant(day, "00:00:01"), instant(day, "00:30:00"), null);
        Meeting asItsEventSaid =
                new Meeting("93", "u==", "", instant(day.minusDays(1), "23:59:59"), instant(day, "00:30:00"), null);
        store(asItsEventSaid);
        zoom.list("past", day.minusDays(1), day.plusDays(1), List.of(listed));
        zoom.list("pastOne", day.minusDays(1), day.plusDays(1));
        LambdaService.invoke(range(day, day)).body("ended", is(1)).body("stored", is(1));
    }

    @Test
    void ofAReportOnBothSidesOfMidnightTheLaterCounts() {
        Meeting listed = new Meeting("93", "u==", "", instant(day, "00:00:01"), instant(day, "00:30:00"), null);
        store(new Meeting("93", "u==", "", instant(day.minusDays(1), "23:59:59"), listed.endTime(), null));
        store(listed);
        for (String format : List.of("csv", "json")) {
            s3.lastModified("zoom/" + ReportKey.folder(day, formats.named("", format)), listed.startTime());
        }
        zoom.list("past", day.minusDays(1), day.plusDays(1), List.of(listed));
        zoom.list("pastOne", day.minusDays(1), day.plusDays(1));
        LambdaService.invoke(range(day, day)).body("ended", is(1)).body("stored", is(1));
    }

    @Test
    void aMeetingThatBothListsHaveCountsOnce() {
        zoom.list("past", today.minusDays(3), today, List.of(meeting(1, day)), List.of(meeting(1, day)));
        zoom.list("pastOne", today.minusDays(3), today, List.of(meeting(1, day)));
        LambdaService.invoke("{}").body("ended", is(1)).body("queued", is(1));
        assertThat(takeReports()).hasSize(1);
    }

    @Test
    void aReportOfTheMeetingWhileItWentOnIsNoReport() {
        Meeting meeting = meeting(1, day);
        list(meeting);
        store(meeting);
        s3.lastModified("zoom/", meeting.endTime().minusSeconds(1));
        LambdaService.invoke("{}").body("stored", is(0)).body("queued", is(1));

        s3.lastModified("zoom/", meeting.endTime());
        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(0));
    }
}

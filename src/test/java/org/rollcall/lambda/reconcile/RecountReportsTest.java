package org.rollcall.lambda.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.event.ReportEvent;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.report.Meeting;
import org.rollcall.zoom.api.Rows;
import org.rollcall.zoom.call.Deadline;

/** Reports with fewer rows than Zoom's list has participants. */
@QuarkusTest
@TestProfile(ReconcileProfile.class)
class RecountReportsTest extends ReconcileTest {
    @Inject
    ReadReportEvent messages;

    @Inject
    MakeReport makeReport;

    @Inject
    StoreReport storeReport;

    private Meeting meeting;

    @BeforeEach
    void listOneOfFive() {
        meeting = counted(meeting(1, day), 5);
        list(meeting);
    }

    @Test
    void areReadOnceMore() {
        storeIndexed(meeting, 4);

        LambdaService.invoke("{}").body("stored", is(1)).body("queued", is(1)).body("recounted", is(1));

        assertThat(takeReports())
                .singleElement()
                .asString()
                .contains("\"recount\":true", "\"meeting_id\":\"/uuid//1==\"");
        assertThat(summary(day).path("missing")).isEmpty();
        assertThat(summary(day).path("recounted").get(0).path("uuid").asText()).isEqualTo("/uuid//1==");
    }

    @Test
    void areNotAskedForAgainWhileTheyWait() {
        storeIndexed(meeting, 4);
        s3.lastModified("zoom/", meeting.endTime());
        LambdaService.invoke("{}").body("recounted", is(1));

        LambdaService.invoke("{}").body("recounted", is(0)).body("queued", is(0));
        LambdaService.invoke("{}").body("recounted", is(0)).body("queued", is(0));

        assertThat(takeReports()).hasSize(1);
    }

    @Test
    void areNotAskedForAgainWhenTheyWereReadTwice() throws IOException {
        storeIndexed(meeting, 3);
        LambdaService.invoke("{}").body("recounted", is(1));
        makeAndStore(takeReports().get(0), 4);

        assertThat(entry(meeting).path("recounted").asBoolean()).isTrue();
        assertThat(entry(meeting).path("total_records").asInt()).isEqualTo(4);
        s3.delete("zoom/reconcile/date=" + day + ".json");
        LambdaService.invoke("{}")
                .body("stored", is(1))
                .body("recounted", is(0))
                .body("queued", is(0));
    }

    @Test
    void areAskedForWhenZoomCountsMoreThanTheDayBefore() {
        storeIndexed(meeting, 5);
        s3.lastModified("zoom/", meeting.endTime());
        LambdaService.invoke("{}").body("recounted", is(0));

        list(counted(meeting, 6));
        LambdaService.invoke("{}").body("recounted", is(1));
    }

    @Test
    void areNoneWhereThereAreMoreRowsThanParticipants() {
        storeIndexed(meeting, 12);

        LambdaService.invoke("{}")
                .body("stored", is(1))
                .body("recounted", is(0))
                .body("queued", is(0));
    }

    @Test
    void areNoneWhereNobodyCountedTheRows() {
        store(meeting);

        LambdaService.invoke("{}")
                .body("stored", is(1))
                .body("recounted", is(0))
                .body("queued", is(0));
    }

    @Test
    void areNoneWherePeoplesDataIsErased() {
        storeIndexed(meeting, 4);
        erase(meeting);

        LambdaService.invoke("{}")
                .body("stored", is(1))
                .body("recounted", is(0))
                .body("queued", is(0));
    }

    @Test
    void areNoneWhereNobodyElseWasThere() {
        putEntry(meeting, 0, true, false);
        erase(meeting);

        for (int day = 1; day <= 2; day++) {
            LambdaService.invoke("{}")
                    .body("stored", is(1))
                    .body("recounted", is(0))
                    .body("queued", is(0));
        }
    }

    private void erase(Meeting meeting) {
        String entry = s3.text(entryKey(meeting));
        s3.put(entryKey(meeting), entry.replace("\"complete\":true", "\"complete\":true,\"erased\":true"));
    }

    private void makeAndStore(String message, int rows) throws IOException {
        ReportEvent event = (ReportEvent) messages.readMessage(message);
        assertThat(event.recount()).isTrue();
        zoom.participants(event.request().query().id().text(), "past", 300, rows, Rows.of(rows));
        try (FinishedReport report = makeReport.make(event.request(), Deadline.in(Duration.ofMinutes(1), clock))) {
            storeReport.store(report, event.recount());
        }
    }
}

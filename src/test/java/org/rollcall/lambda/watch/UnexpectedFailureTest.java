package org.rollcall.lambda.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.format.SpyFormat;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.LambdaService.Failure;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.TemporaryFiles;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.reconcile.ReconcileHandler;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Field;
import org.rollcall.zoom.api.Rows;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.source.MeetingQuery;

/** What nobody foresaw, in words that quote a participant. */
@QuarkusTest
@TestProfile(UnexpectedFailureTest.Profile.class)
@WithTestResource(SqsStandIn.class)
class UnexpectedFailureTest extends ComponentTest {
    @Inject
    SpyFormat format;

    @Inject
    MakeReport makeReport;

    @Inject
    ReconcileHandler reconcile;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(SpyFormat.PROPERTY, "true");
        }
    }

    @BeforeEach
    void oneMeeting() {
        format.onRow = row -> {
            String name = row.text(Field.USER_NAME);
            throw new IllegalStateException("Can't write " + name, new RuntimeException(name));
        };
        zoom.meeting(ID, "past", 300, Rows.of(3));
    }

    @Test
    void reachesTheCallerByItsPlaceAlone() {
        Failure failure = fail("{\"meeting_id\":\"" + ID + "\",\"formats\":[\"spy\"]}");

        assertThat(failure.name()).isEqualTo("UnexpectedFailureException");
        assertThat(failure.message())
                .startsWith(
                        "An unexpected java.lang.IllegalStateException at org.rollcall.lambda.watch.UnexpectedFailureTest")
                .doesNotContain(Rows.NAME);
        assertThat(log.text()).contains(failure.message());
    }

    /** Lambda's own runtime logs what is thrown, with its causes. */
    @Test
    void hasNoCauseThatCouldBeLogged() {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException(Rows.NAME);
            }
        };

        assertThatThrownBy(
                        () -> reconcile.handleRequest(in, new ByteArrayOutputStream(), LambdaService.remaining(30_000)))
                .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo("UnexpectedFailureException"))
                .hasNoCause()
                .hasMessageStartingWith("An unexpected java.lang.IllegalStateException at ")
                .hasMessageNotContaining(Rows.NAME);
    }

    @Test
    void leavesNoFilesEvenWhereMemoryRanOut() {
        format.onRow = row -> {
            throw new OutOfMemoryError("Java heap space");
        };
        MeetingQuery query = MeetingQuery.ended(new MeetingId(MeetingKind.MEETING, ID), null);
        ReportRequest request = new ReportRequest(query, List.of(format));
        List<Path> before = TemporaryFiles.ofReports();

        assertThatThrownBy(() -> makeReport.make(request, Deadline.in(Duration.ofMinutes(1), clock)))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(TemporaryFiles.ofReports()).isEqualTo(before);
    }
}

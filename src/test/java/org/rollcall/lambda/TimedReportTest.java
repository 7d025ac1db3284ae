package org.rollcall.lambda;

import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.lambda.report.ReportHandler;
import org.rollcall.zoom.api.Rows;

/** The report of a meeting of two pages, with less time than the event server gives. */
abstract class TimedReportTest extends ComponentTest {
    @Inject
    ReportHandler handler;

    @BeforeEach
    void twoPages() {
        zoom.meeting(ID, "past", 2, Rows.of(3));
    }

    /** Its receipt, made in the milliseconds that remain. */
    String receipt(int remainingMillis) throws IOException {
        return LambdaService.invoke(handler, LambdaService.event(ID, "past"), remainingMillis);
    }
}

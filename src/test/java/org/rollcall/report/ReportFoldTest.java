package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.zoom.Pages;

class ReportFoldTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:05:00Z");
    private static final Meeting MEETING = Meeting.ofId("93201235621");

    @ParameterizedTest
    @EnumSource(names = {"PAST", "PAST_ONE"})
    void isCompleteWhenEveryRowIsThere(MeetingType type) {
        ReportFold fold = new ReportFold(type);
        fold.add(Pages.rows("{}", "{}"), 3);
        fold.add(Pages.rows("{}"), 3);

        assertReport(fold.finish(MEETING, NOW), type, 3, true);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAST", "PAST_ONE"})
    void isNoReportWhenRowsAreMissingOrTooMany(MeetingType type) {
        ReportFold fold = new ReportFold(type);
        fold.add(Pages.rows("{}", "{}"), 1);

        assertThatThrownBy(() -> fold.finish(MEETING, NOW))
                .isInstanceOf(IncompleteReportException.class)
                .hasMessageContaining("announced 1 rows")
                .hasMessageContaining("93201235621")
                .hasMessageContaining("sent 2");
    }

    @Test
    void goesByTheLastTotalThatZoomAnnounced() {
        ReportFold fold = new ReportFold(MeetingType.PAST);
        fold.add(Pages.rows("{}", "{}"), 2);
        fold.add(Pages.rows("{}"), 3);

        assertThat(fold.finish(MEETING, NOW).complete()).isTrue();
    }

    @Test
    void isNeverCompleteWhileTheMeetingGoesOn() {
        ReportFold fold = new ReportFold(MeetingType.LIVE);
        fold.add(Pages.rows("{}"), 7);

        assertReport(fold.finish(MEETING, NOW), MeetingType.LIVE, 1, false);
    }

    private static void assertReport(Report report, MeetingType type, int rows, boolean complete) {
        assertThat(report.meeting()).isEqualTo(MEETING);
        assertThat(report.type()).isEqualTo(type);
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.complete()).isEqualTo(complete);
        assertThat(report.generatedAt()).isEqualTo(NOW);
    }
}

package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.zoom.api.Pages;

class ReportFoldTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:05:00Z");
    private static final Meeting MEETING = Meeting.ofId(MeetingKind.MEETING, "93201235621");
    private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

    @ParameterizedTest
    @EnumSource(names = {"PAST", "PAST_ONE"})
    void isCompleteWhenEveryRowIsThere(MeetingType type) {
        ReportFold fold = new ReportFold(Source.DASHBOARD, type);
        fold.add(Pages.rows("{}", "{}"), 3, NONE);
        fold.add(Pages.rows("{}"), 3, NONE);

        assertReport(fold.finish(MEETING, NOW), type, 3, true);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAST", "PAST_ONE"})
    void isNoReportWhenRowsAreMissingOrTooMany(MeetingType type) {
        ReportFold fold = new ReportFold(Source.DASHBOARD, type);
        fold.add(Pages.rows("{}", "{}"), 1, NONE);

        assertThatThrownBy(() -> fold.finish(MEETING, NOW))
                .isInstanceOf(IncompleteReportException.class)
                .hasMessageContaining("announced 1 rows")
                .hasMessageContaining("93201235621")
                .hasMessageContaining("sent 2");
    }

    @Test
    void goesByTheLastTotalThatZoomAnnounced() {
        ReportFold fold = new ReportFold(Source.DASHBOARD, MeetingType.PAST);
        fold.add(Pages.rows("{}", "{}"), 2, NONE);
        fold.add(Pages.rows("{}"), 3, NONE);

        assertThat(fold.finish(MEETING, NOW).complete()).isTrue();
    }

    @Test
    void isNeverCompleteWhileTheMeetingGoesOn() {
        ReportFold fold = new ReportFold(Source.DASHBOARD, MeetingType.LIVE);
        fold.add(Pages.rows("{}"), 7, NONE);

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

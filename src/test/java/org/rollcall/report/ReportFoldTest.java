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

        assertThat(fold.finish(MEETING, NOW)).isEqualTo(new Report(MEETING, type, 3, true, NOW));
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

        assertThat(fold.finish(MEETING, NOW)).isEqualTo(new Report(MEETING, MeetingType.LIVE, 1, false, NOW));
    }
}

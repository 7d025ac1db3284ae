package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceFilter;

class ReportTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Report report = new Report(
            Meeting.ofId(MeetingKind.MEETING, "1"),
            Source.DASHBOARD,
            MeetingType.PAST,
            1,
            true,
            Instant.parse("2026-11-22T10:05:00Z"),
            Collections.emptySortedMap(),
            () -> {
                asked.incrementAndGet();
                return Attendance.NONE;
            });

    @Test
    void foldsAttendanceOnceAndOnlyWhenItIsAskedFor() {
        Report filtered = report.filtered(new AttendanceFilter(BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(asked).hasValue(0);

        assertThat(report.attendance()).isSameAs(report.attendance());
        assertThat(filtered.attendance()).isSameAs(filtered.attendance()).isNotEqualTo(Attendance.NONE);
        assertThat(asked).hasValue(1);
    }
}

package org.rollcall.report.series;

import java.math.BigDecimal;
import org.rollcall.report.attendance.AttendanceStatus;

/**
 * How one person attended one instance.
 *
 * @param minutes how many minutes they were there; {@code null} if unknown
 * @param status {@code null} if unknown
 */
public record SeriesCell(BigDecimal minutes, AttendanceStatus status) {
    /** Returns whether they were in the instance. */
    public boolean isAttended() {
        return status == null || status.isAttending();
    }

    /** Returns whether they came late. */
    public boolean isLate() {
        return status == AttendanceStatus.LATE || status == AttendanceStatus.LATE_AND_LEFT_EARLY;
    }

    private boolean leftEarly() {
        return status == AttendanceStatus.LEFT_EARLY || status == AttendanceStatus.LATE_AND_LEFT_EARLY;
    }

    /** Returns this one and that of the later part of the same instance as one. */
    SeriesCell with(SeriesCell later) {
        BigDecimal both =
                minutes == null ? later.minutes : later.minutes == null ? minutes : minutes.add(later.minutes);
        return new SeriesCell(both, together(later));
    }

    // Late is told by the first part, left early by the last; who came to one of two came.
    private AttendanceStatus together(SeriesCell later) {
        if (!isAttended() || !later.isAttended()) {
            return isAttended() ? status : later.status;
        }
        boolean late = isLate();
        boolean early = later.leftEarly();
        if (late || early) {
            return late && early
                    ? AttendanceStatus.LATE_AND_LEFT_EARLY
                    : late ? AttendanceStatus.LATE : AttendanceStatus.LEFT_EARLY;
        }
        boolean known = status == AttendanceStatus.PRESENT || later.status == AttendanceStatus.PRESENT;
        return known || isLateOrEarly(status) || isLateOrEarly(later.status) ? AttendanceStatus.PRESENT : status;
    }

    private static boolean isLateOrEarly(AttendanceStatus status) {
        return status == AttendanceStatus.LATE
                || status == AttendanceStatus.LEFT_EARLY
                || status == AttendanceStatus.LATE_AND_LEFT_EARLY;
    }
}

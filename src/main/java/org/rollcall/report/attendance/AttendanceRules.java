package org.rollcall.report.attendance;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What counts as late, as left early, and as too short.
 *
 * @param lateAfter who comes later than this after the beginning is late
 * @param leftEarlyBefore who leaves sooner than this before the end left early
 * @param minimumShare the least share of the meeting, from 0 to 1
 */
public record AttendanceRules(Duration lateAfter, Duration leftEarlyBefore, BigDecimal minimumShare) {
    /** Five minutes each, and no least share. */
    public static final AttendanceRules DEFAULT =
            new AttendanceRules(Duration.ofMinutes(5), Duration.ofMinutes(5), BigDecimal.ZERO);

    /** @throws IllegalArgumentException when a value is not in its range */
    public AttendanceRules {
        if (lateAfter.isNegative()
                || leftEarlyBefore.isNegative()
                || minimumShare.signum() < 0
                || minimumShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("durations are at least 0, minimumShare is from 0 to 1");
        }
    }

    /** The status of somebody who has rows. */
    AttendanceStatus status(Presence presence) {
        if (presence.onlyWaited()) {
            return AttendanceStatus.WAITING_ROOM_ONLY;
        }
        if (!presence.isKnown()) {
            return AttendanceStatus.UNKNOWN_TIMES;
        }
        if (presence.meetingLength() > 0 && !presence.hasShare(minimumShare)) {
            return AttendanceStatus.SHORT;
        }
        boolean late = exceeds(presence.late(), lateAfter);
        boolean leftEarly = exceeds(presence.leftEarly(), leftEarlyBefore);
        if (late) {
            return leftEarly ? AttendanceStatus.LATE_AND_LEFT_EARLY : AttendanceStatus.LATE;
        }
        return leftEarly ? AttendanceStatus.LEFT_EARLY : AttendanceStatus.PRESENT;
    }

    private static boolean exceeds(Long millis, Duration limit) {
        return millis != null && millis > limit.toMillis();
    }
}

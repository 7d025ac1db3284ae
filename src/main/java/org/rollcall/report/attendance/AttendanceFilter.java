package org.rollcall.report.attendance;

import java.math.BigDecimal;

/**
 * Who counts as having attended.
 *
 * @param minimumMinutes the least time there, in minutes
 * @param minimumShare the least share of the meeting, from 0 to 1; who has no share because the meeting's length is
 *     unknown passes only 0
 */
public record AttendanceFilter(BigDecimal minimumMinutes, BigDecimal minimumShare) {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

    /** Everybody. */
    public static final AttendanceFilter NONE = new AttendanceFilter(BigDecimal.ZERO, BigDecimal.ZERO);

    /** @throws IllegalArgumentException when a number is not in its range */
    public AttendanceFilter {
        if (minimumMinutes.signum() < 0 || minimumShare.signum() < 0 || minimumShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("minimumMinutes is at least 0, minimumShare from 0 to 1");
        }
    }

    /** Whether everybody passes. */
    public boolean isNone() {
        return minimumMinutes.signum() == 0 && minimumShare.signum() == 0;
    }

    /** Whether a person passes, by their time to the millisecond. */
    boolean passes(Person person) {
        BigDecimal time = BigDecimal.valueOf(person.presence().intervals().length());
        return time.compareTo(minimumMinutes.multiply(MILLIS)) >= 0
                && person.presence().hasShare(minimumShare);
    }
}

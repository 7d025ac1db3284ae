package org.rollcall.report.attendance;

import java.util.Locale;

/** How somebody attended: of a person, the first that fits. */
public enum AttendanceStatus {
    /** Never let in from the waiting room. */
    WAITING_ROOM_ONLY,
    /** There, but none of their rows says from when to when. */
    UNKNOWN_TIMES,
    /** There for a smaller share of the meeting than {@link AttendanceRules#minimumShare}. */
    SHORT,
    LATE_AND_LEFT_EARLY,
    LATE,
    LEFT_EARLY,
    PRESENT,
    /** Expected, and without a row. */
    ABSENT,
    /** Expected, without a row, and excused. */
    EXCUSED;

    private final String value = name().toLowerCase(Locale.ROOT);

    /** The status as documents spell it. */
    public String value() {
        return value;
    }

    /** Whether somebody of that status was in the meeting. */
    public boolean isAttending() {
        return this != WAITING_ROOM_ONLY && !isMissing();
    }

    /** Whether somebody of that status was expected and has no row. */
    public boolean isMissing() {
        return this == ABSENT || this == EXCUSED;
    }
}

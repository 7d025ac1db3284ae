package org.rollcall.report.attendance;

/** What a reader of somebody's attendance has to know about it. No remark names anybody. */
public enum Remark {
    JOINED_BY_NAME("rows joined by name alone"),
    JOINED_BY_DEVICE_NAME("rows joined by the name of a device"),
    UNKNOWN_TIME("a time is missing or unreadable and counts as unknown"),
    BACKWARD_TIME("a leave time is before its join time and counts as unknown"),
    OTHER_TIME("a time is more than a day away from the meeting and counts as unknown"),
    BEFORE_START("the time before the meeting's start is not in the share"),
    AFTER_END("the time after the meeting's end is not in the share"),
    MATCHED_BY_NAME("matched to the roster by name alone"),
    SEVERAL_EXPECTED("more than one person on the roster fits"),
    NAME_OF_EXPECTED("not on the roster, but has the name of someone on it who was there"),
    NOT_EXPECTED("not on the roster"),
    PERHAPS_PRESENT("someone who was there may be this person");

    private final String text;

    Remark(String text) {
        this.text = text;
    }

    /** The remark in words. */
    public String text() {
        return text;
    }

    /** Whether it hints at when somebody was there. */
    public boolean tellsTime() {
        return this == BEFORE_START || this == AFTER_END || this == OTHER_TIME;
    }
}

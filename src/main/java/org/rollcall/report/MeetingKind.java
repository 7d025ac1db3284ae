package org.rollcall.report;

import java.util.Arrays;
import java.util.Optional;

/** What took place. */
public enum MeetingKind {
    MEETING("meeting"),
    WEBINAR("webinar");

    private final String value;

    MeetingKind(String value) {
        this.value = value;
    }

    /** Returns the name in events and documents. */
    public String value() {
        return value;
    }

    /** Returns the kind of that name, if there is one. */
    public static Optional<MeetingKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value.equals(value)).findFirst();
    }
}

package org.rollcall.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The {@code type} parameter of Zoom's Dashboards API (reference: List meeting participants). */
public enum MeetingType {
    /** A meeting that has ended. */
    PAST("past"),
    /** A meeting that has ended and that only one user attended. */
    PAST_ONE("pastOne"),
    /** A meeting that is going on. */
    LIVE("live");

    /** The order in which a meeting of unknown type is looked for. */
    public static final List<MeetingType> AUTO = List.of(PAST, PAST_ONE, LIVE);

    /** The types a meeting can have once it is over. */
    public static final List<MeetingType> ENDED = List.of(PAST, PAST_ONE);

    private final String value;

    MeetingType(String value) {
        this.value = value;
    }

    /** The type as Zoom spells it. */
    public String value() {
        return value;
    }

    /** The type that Zoom spells this way, if there is one. */
    public static Optional<MeetingType> of(String value) {
        return Arrays.stream(values()).filter(type -> type.value.equals(value)).findFirst();
    }
}

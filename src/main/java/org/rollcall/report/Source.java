package org.rollcall.report;

import java.util.Arrays;
import java.util.Optional;

/** One of Zoom's ways to the participants of a meeting or webinar. */
public enum Source {
    /** Dashboards: Business plan or higher, with the dashboard switched on. The only one that has live meetings. */
    DASHBOARD("dashboard"),
    /** Reports: Pro plan or higher. */
    REPORT("report"),
    /** Past meetings and webinars: any paid plan. */
    PAST("past");

    private final String value;

    Source(String value) {
        this.value = value;
    }

    /** Returns the name in settings, events and documents. */
    public String value() {
        return value;
    }

    /** Returns the source of that name, if there is one. */
    public static Optional<Source> of(String value) {
        return Arrays.stream(values())
                .filter(source -> source.value.equals(value))
                .findFirst();
    }
}

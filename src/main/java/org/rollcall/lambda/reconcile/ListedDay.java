package org.rollcall.lambda.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Meeting;

/** The meetings of Zoom's list that began on one day. */
final class ListedDay {
    private final LocalDate date;
    private final List<Meeting> meetings = new ArrayList<>();
    private int excluded;

    ListedDay(LocalDate date) {
        this.date = date;
    }

    void add(Meeting meeting, boolean isIncluded) {
        if (isIncluded) {
            meetings.add(meeting);
        } else {
            excluded++;
        }
    }

    /** The day, in UTC. */
    LocalDate date() {
        return date;
    }

    /** Those that reports are made of. */
    List<Meeting> meetings() {
        return meetings;
    }

    /** How many the settings leave out. */
    int excluded() {
        return excluded;
    }
}

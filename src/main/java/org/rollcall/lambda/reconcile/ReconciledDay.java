package org.rollcall.lambda.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Meeting;

/** What became of the meetings that began on one day. */
final class ReconciledDay {
    private final LocalDate date;
    private final List<Meeting> missing = new ArrayList<>();
    private int stored;

    ReconciledDay(LocalDate date) {
        this.date = date;
    }

    void add(Meeting meeting, boolean isStored) {
        if (isStored) {
            stored++;
        } else {
            missing.add(meeting);
        }
    }

    /** The day, in UTC. */
    LocalDate date() {
        return date;
    }

    /** How many of them have ended. */
    int ended() {
        return stored + missing.size();
    }

    /** How many of those have a report. */
    int stored() {
        return stored;
    }

    /** The others. */
    List<Meeting> missing() {
        return missing;
    }
}

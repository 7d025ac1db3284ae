package org.rollcall.lambda.reconcile;

import java.time.Instant;
import java.time.LocalDate;

/** What one call of the function found and did. */
final class ReconcileTotals {
    private int days;
    private int ended;
    private int stored;
    private int missing;
    private int queued;
    private int recounted;
    private int excluded;
    private int zoomCalls;
    private boolean listed = true;
    private LocalDate continuesFrom;
    private Instant notBefore;

    void add(ReconciledDay day) {
        days++;
        ended += day.ended();
        stored += day.stored();
        missing += day.missing().size();
        queued += day.toReport().size() + day.toRecount().size();
        recounted += day.toRecount().size();
        excluded += day.excluded();
    }

    /** Adds a day whose meetings Zoom does not list for this account. */
    void addWithoutList() {
        days++;
        listed = false;
    }

    void addCalls(int calls) {
        zoomCalls += calls;
    }

    /** @param time when the rest can be begun with; {@code null} for at once */
    void continuesFrom(LocalDate day, Instant time) {
        continuesFrom = day;
        notBefore = time;
    }

    /** How many days are done. */
    int days() {
        return days;
    }

    /** Whether Zoom has a list of meetings for this account. */
    boolean isListed() {
        return listed;
    }

    /** How many meetings ended on these days. */
    int ended() {
        return ended;
    }

    /** How many of them have a report. */
    int stored() {
        return stored;
    }

    /** How many have not. */
    int missing() {
        return missing;
    }

    /** How many were queued. */
    int queued() {
        return queued;
    }

    /** How many of those because their reports have fewer rows than Zoom's list has participants. */
    int recounted() {
        return recounted;
    }

    /** How many meetings the settings leave out. */
    int excluded() {
        return excluded;
    }

    /** How many requests to Zoom it took. */
    int zoomCalls() {
        return zoomCalls;
    }

    /** The first day that is left to another call; {@code null} when all are done. */
    LocalDate continuesFrom() {
        return continuesFrom;
    }

    /** When that call can begin; {@code null} for at once. */
    Instant notBefore() {
        return notBefore;
    }
}

package org.rollcall.lambda.reconcile;

import java.time.LocalDate;

/** What one call of the function found and did. */
final class ReconcileTotals {
    private int days;
    private int ended;
    private int stored;
    private int queued;
    private int zoomCalls;
    private LocalDate continuesFrom;

    void add(ReconciledDay day) {
        days++;
        ended += day.ended();
        stored += day.stored();
        queued += day.missing().size();
    }

    void addCalls(int calls) {
        zoomCalls += calls;
    }

    void continuesFrom(LocalDate day) {
        continuesFrom = day;
    }

    /** How many days are done. */
    int days() {
        return days;
    }

    /** How many meetings ended on these days. */
    int ended() {
        return ended;
    }

    /** How many of them have a report. */
    int stored() {
        return stored;
    }

    /** How many have not, so that it was queued. */
    int queued() {
        return queued;
    }

    /** How many requests to Zoom it took. */
    int zoomCalls() {
        return zoomCalls;
    }

    /** The first day that is left to another call; {@code null} when all are done. */
    LocalDate continuesFrom() {
        return continuesFrom;
    }
}

package org.rollcall.lambda.reconcile;

import java.time.LocalDate;

/**
 * Days to reconcile.
 *
 * @param from the first, in UTC
 * @param to the last
 * @param stepDays how many of them to list at once, at most
 */
record ReconcileRange(LocalDate from, LocalDate to, int stepDays) {
    /** Zoom lists a month at a time (reference: List meetings), which takes a day on either side. */
    static final int LONGEST_STEP = 29;

    /** The first day that Zoom still knows (reference: List meetings; the last six months). */
    static LocalDate earliest(LocalDate today) {
        return today.minusMonths(6);
    }

    /** The days from one of them on. */
    ReconcileRange startingAt(LocalDate day) {
        return new ReconcileRange(day, to, stepDays);
    }

    /** The same days in steps half as long as the first one would be. */
    ReconcileRange inSmallerSteps() {
        int days = (int) Math.min(stepDays, to.toEpochDay() - from.toEpochDay() + 1);
        return new ReconcileRange(from, to, Math.max(1, days / 2));
    }
}

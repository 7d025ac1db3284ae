package org.rollcall.lambda.reconcile;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.rollcall.lambda.NotQueuedException;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.OutOfTimeException;
import org.rollcall.zoom.ZoomException;

/** Queues the reports that are missing, day by day, from lists that are read month by month. */
@Singleton
class ReconcileReports {
    private static final Logger LOG = Logger.getLogger(ReconcileReports.class);

    private final FindMissingReports findMissing;
    private final QueueMissingReports queueMissing;
    private final WriteDaySummary writeSummary;
    private final ContinueReconciling continueReconciling;

    ReconcileReports(
            FindMissingReports findMissing,
            QueueMissingReports queueMissing,
            WriteDaySummary writeSummary,
            ContinueReconciling continueReconciling) {
        this.findMissing = findMissing;
        this.queueMissing = queueMissing;
        this.writeSummary = writeSummary;
        this.continueReconciling = continueReconciling;
    }

    /**
     * Reconciles days, as many of them as there is time for. The others are put on the queue: each call finishes a day
     * or halves the step, so that this comes to an end.
     *
     * @throws OutOfTimeException when a single day is too much for the function's time
     * @throws ZoomException when Zoom does not give its list and no day could be finished
     * @throws StoreException when the reports can't be listed, or a summary not be stored
     * @throws NotQueuedException when a queue does not take what is missing
     */
    ReconcileTotals reconcile(ReconcileRange range, Deadline deadline) {
        ReconcileTotals totals = new ReconcileTotals();
        LocalDate day = range.from();
        try {
            while (!day.isAfter(range.to())) {
                FindMissingReports.Found found = findMissing.find(day, endOfStep(day, range), deadline);
                totals.addCalls(found.zoomCalls());
                for (ReconciledDay reconciled : found.days()) {
                    checkTime(deadline);
                    queueMissing.queue(reconciled.missing());
                    writeSummary.write(reconciled);
                    totals.add(reconciled);
                    day = reconciled.date().plusDays(1);
                }
            }
        } catch (ZoomException e) {
            ReconcileRange rest = rest(range, day, e);
            LOG.warnf(
                    "Reconciling goes on from %s by a message, %d days a step: %s",
                    day, rest.stepDays(), e.getMessage());
            continueReconciling.with(rest);
            totals.continuesFrom(day);
        }
        return totals;
    }

    private ReconcileRange rest(ReconcileRange range, LocalDate day, ZoomException failure) {
        if (!continueReconciling.isPossible()) {
            throw failure;
        }
        if (day.isAfter(range.from())) {
            return range.startingAt(day);
        }
        ReconcileRange smaller = range.inSmallerSteps();
        if (failure instanceof OutOfTimeException && smaller.stepDays() < range.stepDays()) {
            return smaller;
        }
        throw failure;
    }

    // A calendar month, less the day that is listed on either side.
    private static LocalDate endOfStep(LocalDate first, ReconcileRange range) {
        LocalDate month = first.minusDays(1).plusMonths(1).minusDays(2);
        LocalDate step = first.plusDays(range.stepDays() - 1);
        LocalDate end = step.isBefore(month) ? step : month;
        return end.isBefore(range.to()) ? end : range.to();
    }

    private static void checkTime(Deadline deadline) {
        if (deadline.remaining().isNegative()) {
            throw new OutOfTimeException("The function's time ended before all days were reconciled.");
        }
    }
}

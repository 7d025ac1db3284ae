package org.rollcall.lambda.reconcile;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.lambda.sqs.NotQueuedException;
import org.rollcall.lambda.sqs.QueueMissingReports;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.ZoomException;

/** Queues the reports that are missing, day by day, from lists that are read month by month. */
@Singleton
class ReconcileReports {
    private static final Logger LOG = Logger.getLogger(ReconcileReports.class);

    private final ListMeetings listMeetings;
    private final FindMissingReports findMissing;
    private final QueueMissingReports queueMissing;
    private final DaySummaries summaries;
    private final ContinueReconciling continueReconciling;
    private final InstantSource clock;

    ReconcileReports(
            ListMeetings listMeetings,
            FindMissingReports findMissing,
            QueueMissingReports queueMissing,
            DaySummaries summaries,
            ContinueReconciling continueReconciling,
            InstantSource clock) {
        this.listMeetings = listMeetings;
        this.findMissing = findMissing;
        this.queueMissing = queueMissing;
        this.summaries = summaries;
        this.continueReconciling = continueReconciling;
        this.clock = clock;
    }

    /**
     * Reconciles days, as many of them as there is time for. The others are put on the queue: each call finishes a day,
     * halves the step, or waits for a limit of Zoom's, for two days at most, so that this comes to an end.
     *
     * @param before the wait for Zoom that these days had
     * @throws OutOfTimeException when a single day is too much for the function's time
     * @throws ZoomException when Zoom does not give its list and no day could be finished
     * @throws StoreException when the reports can't be listed or read, or a summary not be stored
     * @throws NotQueuedException when a queue does not take what is missing
     */
    ReconcileTotals reconcile(ReconcileRange range, Wait before, Deadline deadline) {
        ReconcileTotals totals = new ReconcileTotals();
        LocalDate day = range.from();
        try {
            while (!day.isAfter(range.to())) {
                LocalDate end = endOfStep(day, range);
                ListMeetings.Listed listed = listMeetings.list(day, end, deadline);
                totals.addCalls(listed.zoomCalls());
                StoredDocuments documents = findMissing.documents();
                for (ListedDay each : listed.days()) {
                    checkTime(deadline);
                    if (listed.exists()) {
                        totals.add(reconcile(each, documents, deadline));
                    } else {
                        summaries.writeWithoutList(each.date());
                        totals.addWithoutList();
                    }
                    day = each.date().plusDays(1);
                }
            }
        } catch (ZoomException e) {
            continueLater(range, day, before, e, totals);
        }
        return totals;
    }

    private ReconciledDay reconcile(ListedDay day, StoredDocuments documents, Deadline deadline) {
        ReconciledDay reconciled = findMissing.find(day, documents, deadline);
        queueMissing.queue(reconciled.toReport());
        queueMissing.queueAgain(reconciled.toRecount());
        summaries.write(reconciled);
        return reconciled;
    }

    private void continueLater(
            ReconcileRange range, LocalDate day, Wait before, ZoomException failure, ReconcileTotals totals) {
        if (!continueReconciling.isPossible()) {
            throw failure;
        }
        boolean progress = day.isAfter(range.from());
        Optional<Wait> wait = before.next(failure, progress, clock);
        ReconcileRange rest = progress || wait.isPresent() ? range.startingAt(day) : smallerSteps(range, failure);
        LOG.warnf(
                "Reconciling goes on from %s by a message%s, %d days a step: %s",
                day, wait.map(until -> " at " + until.notBefore()).orElse(""), rest.stepDays(), failure.getMessage());
        continueReconciling.with(rest, wait.orElse(Wait.NONE));
        totals.continuesFrom(day, wait.map(Wait::notBefore).orElse(null));
    }

    private static ReconcileRange smallerSteps(ReconcileRange range, ZoomException failure) {
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

package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.row.Zones;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.StoreException;

/** What earlier reports of the same instance say of it. */
@Singleton
class EarlierReports {
    private static final Logger LOG = Logger.getLogger(EarlierReports.class);

    private final ReportDestination destination;
    private final ReportIndex index;

    EarlierReports(ReportDestination destination, ReportIndex index) {
        this.destination = destination;
        this.index = index;
    }

    /**
     * Returns the meeting, with what is unknown of it taken from the index where that has its time zone: a report that
     * is made again without a zone keeps the one it had.
     */
    Meeting complete(Meeting meeting) {
        boolean isAsked = meeting.uuid() != null
                && Zones.parse(meeting.timezone()).isEmpty()
                && destination.get().isPresent();
        if (!isAsked) {
            return meeting;
        }
        try {
            return index.read(meeting.id(), meeting.uuid())
                    .map(Receipt::meeting)
                    .map(meeting::orElse)
                    .orElse(meeting);
        } catch (StoreException e) {
            LOG.warnf("The report is made without what an earlier one says of the meeting: %s", e.getMessage());
            return meeting;
        }
    }
}

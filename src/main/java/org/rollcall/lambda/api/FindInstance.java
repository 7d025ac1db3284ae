package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.ZoomException;
import org.rollcall.zoom.source.LatestInstance;
import org.rollcall.zoom.source.Zoom;

/** Finds what is stored of the instance that is asked for. */
@Singleton
class FindInstance {
    private final ReportDestination destination;
    private final ReportIndex index;
    private final Zoom zoom;

    FindInstance(ReportDestination destination, ReportIndex index, Zoom zoom) {
        this.destination = destination;
        this.index = index;
        this.zoom = zoom;
    }

    /**
     * Returns the receipt of the instance: of the one that a UUID names; or of the latest that Zoom has of a number,
     * the latest that is stored where Zoom has none. Takes no call to Zoom for a UUID, and one for a number.
     *
     * @return empty when that one is not stored, or not as it is asked for
     * @throws StoreException when the index can't be read
     * @throws ZoomException when Zoom does not say which instance is a number's latest
     */
    Optional<Receipt> find(ApiRequest request, Deadline deadline) {
        if (!request.takesStored() || destination.get().isEmpty()) {
            return Optional.empty();
        }
        MeetingId id = request.query().id();
        return (id.isNumber() ? latest(request, deadline) : index.read(id.text())).filter(request::takes);
    }

    private Optional<Receipt> latest(ApiRequest request, Deadline deadline) {
        String number = request.query().id().text();
        try {
            // One that goes on is not the one that is asked for where an ended one can be.
            return zoom.latest(request.query(), deadline)
                    .filter(latest -> latest.type() != MeetingType.LIVE)
                    .map(LatestInstance::meeting)
                    .filter(meeting -> meeting.uuid() != null)
                    .flatMap(meeting -> index.read(meeting.id(), meeting.uuid()));
        } catch (MeetingNotFoundException e) {
            return latestStored(request, number);
        }
    }

    private Optional<Receipt> latestStored(ApiRequest request, String number) {
        InstancesPage latest = new InstancesPage(1, Optional.empty());
        index.forEach(number, latest::wants, receipt -> {
            if (request.takes(receipt)) {
                latest.add(receipt);
            }
        });
        return latest.receipts().stream().findFirst();
    }
}

package org.rollcall.lambda.stored;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.report.Meeting;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.call.Deadline;

/**
 * Makes the documents of stored reports anew from their {@code json} document, without Zoom: after a new roster,
 * threshold, time zone, redaction or format.
 */
@Singleton
public class RemakeReports {
    private static final Logger LOG = Logger.getLogger(RemakeReports.class);

    /** With less time than this, or than a quarter of all, a report is not begun. */
    private static final Duration RESERVE = Duration.ofMinutes(1);

    private final ReportIndex index;
    private final RemakeReport remakeReport;
    private final StoreReport storeReport;
    private final Formats formats;

    RemakeReports(ReportIndex index, RemakeReport remakeReport, StoreReport storeReport, Formats formats) {
        this.index = index;
        this.remakeReport = remakeReport;
        this.storeReport = storeReport;
        this.formats = formats;
    }

    /**
     * Makes documents anew, the earliest first, as long as there is time.
     *
     * @throws StoreException when the index can't be read, or a document not be stored
     */
    public Remade remake(RemakeEvent event, Deadline deadline) {
        Duration share = deadline.remaining().dividedBy(4);
        Duration reserve = share.compareTo(RESERVE) < 0 ? share : RESERVE;
        int remade = 0;
        int skipped = 0;
        String last = event.after();
        for (Receipt receipt : left(event)) {
            if (deadline.remaining().compareTo(reserve) < 0) {
                return new Remade(event.meetingId(), remade, skipped, Optional.of(event.startingAfter(last)));
            }
            if (remake(receipt, event.formats().isEmpty() ? formats.defaults() : event.formats())) {
                remade++;
            } else {
                skipped++;
            }
            last = receipt.meeting().uuid();
        }
        return new Remade(event.meetingId(), remade, skipped, Optional.empty());
    }

    private List<Receipt> left(RemakeEvent event) {
        List<Receipt> all = index.newestFirst(event.meetingId()).stream()
                .filter(receipt -> isInRange(receipt.meeting(), event))
                .sorted(Comparator.comparing(
                                (Receipt receipt) -> receipt.meeting().startTime(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(receipt -> receipt.meeting().uuid()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).meeting().uuid().equals(event.after())) {
                return all.subList(i + 1, all.size());
            }
        }
        return all;
    }

    private static boolean isInRange(Meeting meeting, RemakeEvent event) {
        if (meeting.startTime() == null) {
            return event.from() == null && event.to() == null;
        }
        LocalDate day = LocalDate.ofInstant(meeting.startTime(), ZoneOffset.UTC);
        return (event.from() == null || !day.isBefore(event.from()))
                && (event.to() == null || !day.isAfter(event.to()));
    }

    private boolean remake(Receipt receipt, List<ReportFormat> wanted) {
        if (receipt.isEmptied()) {
            return true;
        }
        Optional<StoredReport> stored = remakeReport.read(receipt);
        if (stored.isEmpty()) {
            LOG.warnf(
                    "The report of the instance %s of meeting %s is not made anew: no json document of it can be read.",
                    receipt.meeting().uuid(), receipt.meeting().id());
            return false;
        }
        try (FinishedReport finished =
                remakeReport.finish(receipt.meeting(), receipt.zoomCalls(), stored.get(), wanted)) {
            storeReport.store(finished, receipt.recounted());
            return true;
        } catch (IOException e) {
            throw new StoreException("There is no space for temporary files. Give the function more of /tmp.", null);
        }
    }

    /**
     * What was made anew.
     *
     * @param skipped how many reports have no {@code json} document that can be read
     * @param rest what there was no time for
     */
    public record Remade(String meetingId, int remade, int skipped, Optional<RemakeEvent> rest) {}
}

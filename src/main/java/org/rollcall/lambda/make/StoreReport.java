package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.rollcall.format.Document;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.Report;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;

/** Puts the documents of a finished report in their place, and its receipt into the index. */
@Singleton
public class StoreReport {
    private final ReportDestination destination;
    private final ReportIndex index;
    private final ExecutorService executor;
    private final Formats formats;
    private final InstantSource clock;

    StoreReport(
            ReportDestination destination,
            ReportIndex index,
            ExecutorService executor,
            Formats formats,
            InstantSource clock) {
        this.destination = destination;
        this.index = index;
        this.executor = executor;
        this.formats = formats;
        this.clock = clock;
        // While Zoom is waited for. What goes wrong with it goes wrong again, and is reported, when a report is stored.
        executor.submit(() -> destination.get().ifPresent(Destination::prime));
    }

    /**
     * Stores every document: each as soon as it is whole, while others are still written. The index entry of a meeting
     * that has ended comes last. Where nobody is left but people whose data is erased, no document is stored, and the
     * index entry names none. Those that are there are for the erasure to delete: no other function may.
     *
     * @throws StoreException when one can't be stored, after all have been tried
     * @throws IOException when there is no space for temporary files
     */
    public Receipt store(FinishedReport report) throws IOException {
        return store(report, false);
    }

    /**
     * Stores the same of a report that may have been read once more.
     *
     * @param recounted whether it was, because Zoom's list had counted more participants
     * @throws StoreException when one can't be stored, after all have been tried
     * @throws IOException when there is no space for temporary files
     */
    public Receipt store(FinishedReport report, boolean recounted) throws IOException {
        Destination place = destination.required();
        if (report.report().isEmptied()) {
            // That it was made stays in the index, so that it is not made again and again.
            return index(report, List.of(), recounted);
        }
        List<StoredDocument> documents = report.documents(
                executor, document -> place.put(ReportKey.of(report.report(), document.format()), document));
        return index(report, documents, recounted);
    }

    /**
     * Puts the only document of a report in its place, and the index entry after it.
     *
     * @throws StoreException when it can't be stored
     */
    public Receipt store(FinishedReport report, Document document) {
        StoredDocument stored = destination.required().put(ReportKey.of(report.report(), document.format()), document);
        return index(report, List.of(stored), false);
    }

    private Receipt index(FinishedReport report, List<StoredDocument> documents, boolean recounted) {
        Report redacted =
                report.report().with(formats.redaction().apply(report.report().meeting()));
        Receipt receipt = Receipt.of(redacted, report.zoomCalls(), documents, clock.instant(), recounted);
        index.put(receipt);
        return receipt;
    }
}

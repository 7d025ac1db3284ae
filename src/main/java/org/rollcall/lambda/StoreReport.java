package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;

/** Puts the documents of a finished report in their place. */
@Singleton
public class StoreReport {
    private final ReportDestination destination;
    private final ExecutorService executor;

    StoreReport(ReportDestination destination, ExecutorService executor) {
        this.destination = destination;
        this.executor = executor;
        // While Zoom is waited for. What goes wrong with it goes wrong again, and is told, when a report is stored.
        executor.submit(() -> destination.get().ifPresent(Destination::prime));
    }

    /**
     * Stores every document: each as soon as it is whole, while others are still written.
     *
     * @throws StoreException when one can't be stored, after all have been tried
     * @throws IOException when there is no room for temporary files
     */
    public List<StoredDocument> store(FinishedReport report) throws IOException {
        Destination place = destination.required();
        return report.documents(
                executor, document -> place.put(ReportKey.of(report.report(), document.format()), document));
    }
}

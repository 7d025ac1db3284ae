package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;

/** Puts the documents of a finished report in their place. */
@Singleton
class StoreReport {
    private final ReportDestination destination;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "store");
        thread.setDaemon(true);
        return thread;
    });

    StoreReport(ReportDestination destination) {
        this.destination = destination;
        // While Zoom is waited for. What goes wrong with it goes wrong again, and is told, when a report is stored.
        executor.submit(() -> destination.get().ifPresent(Destination::prime));
    }

    /**
     * Stores every document, all of them side by side.
     *
     * @throws StoreException when one can't be stored, after all have been tried
     */
    List<StoredDocument> store(FinishedReport report) {
        Destination place = destination.required();
        List<CompletableFuture<StoredDocument>> stored = report.documents().stream()
                .map(document -> CompletableFuture.supplyAsync(
                        () -> place.put(ReportKey.of(report.report(), document.format()), document), executor))
                .toList();
        try {
            CompletableFuture.allOf(stored.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        return stored.stream().map(CompletableFuture::join).toList();
    }
}

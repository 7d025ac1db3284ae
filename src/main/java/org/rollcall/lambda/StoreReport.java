package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
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
public class StoreReport {
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
     * Stores every document: each as soon as it is whole, while the next one's end is written.
     *
     * @throws StoreException when one can't be stored, after all have been tried
     * @throws IOException when there is no room for temporary files
     */
    public List<StoredDocument> store(FinishedReport report) throws IOException {
        Destination place = destination.required();
        List<CompletableFuture<StoredDocument>> puts = new ArrayList<>();
        try {
            report.documents(document -> puts.add(CompletableFuture.supplyAsync(
                    () -> place.put(ReportKey.of(report.report(), document.format()), document), executor)));
        } finally {
            // Whatever comes of them: their files are deleted next.
            CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .join();
        }
        return puts.stream().map(StoreReport::stored).toList();
    }

    private static StoredDocument stored(CompletableFuture<StoredDocument> put) {
        try {
            return put.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}

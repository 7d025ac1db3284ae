package org.rollcall.lambda;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.format.Document;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;

/** Puts the documents of a finished report in their place. */
@Singleton
class StoreReport {
    private final ReportDestination destination;

    StoreReport(ReportDestination destination) {
        this.destination = destination;
    }

    /**
     * Stores every document.
     *
     * @throws StoreException when one can't be stored
     */
    List<StoredDocument> store(FinishedReport report) {
        Destination place = destination.required();
        List<StoredDocument> stored = new ArrayList<>();
        for (Document document : report.documents()) {
            stored.add(place.put(ReportKey.of(report.report(), document.format()), document));
        }
        return stored;
    }
}

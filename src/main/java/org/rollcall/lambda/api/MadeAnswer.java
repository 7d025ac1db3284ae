package org.rollcall.lambda.api;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.format.Document;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.lambda.watch.ReportWatch;
import org.rollcall.report.Report;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.OutOfTimeException;

/** Answers with a report that is made for the request, by asking Zoom. */
@Singleton
class MadeAnswer {
    private final MakeReport makeReport;
    private final DocumentHeaders headers;
    private final DocumentAnswer documents;
    private final LinkAnswer links;
    private final ReportDestination destination;
    private final Instance<StoreReport> storeReport;
    private final StoredAnswer storedAnswer;
    private final QueueLateReport queueLateReport;

    MadeAnswer(
            MakeReport makeReport,
            DocumentHeaders headers,
            DocumentAnswer documents,
            LinkAnswer links,
            ReportDestination destination,
            Instance<StoreReport> storeReport,
            StoredAnswer storedAnswer,
            QueueLateReport queueLateReport) {
        this.makeReport = makeReport;
        this.headers = headers;
        this.documents = documents;
        this.links = links;
        this.destination = destination;
        this.storeReport = storeReport;
        this.storedAnswer = storedAnswer;
        this.queueLateReport = queueLateReport;
    }

    /**
     * Returns the report, a link where Lambda can't carry it, or 202 where the queue makes it because there is no time.
     *
     * @throws IOException when there is no space for temporary files
     * @throws RuntimeException a failure of ours when it can't be made, or not be stored though it has to be
     */
    HttpAnswer of(ApiRequest request, Deadline deadline, ReportWatch watch) throws IOException {
        try (MakeReport.Run run = makeReport.begin(request.request(), deadline)) {
            try (FinishedReport finished = run.finish()) {
                return request.refresh()
                                && finished.report().complete()
                                && destination.get().isPresent()
                        ? refreshed(request, finished, watch)
                        : answer(request, finished, watch);
            } catch (OutOfTimeException e) {
                HttpAnswer queued = queueLateReport.queue(request, run, e);
                watch.settled(Logger.Level.INFO, "queued", e.getMessage() + " It is queued.");
                return queued;
            }
        }
    }

    private HttpAnswer refreshed(ApiRequest request, FinishedReport finished, ReportWatch watch) throws IOException {
        Receipt receipt = storeReport.get().store(finished);
        if (finished.report().isEmptied()) {
            return answer(request, finished, watch);
        }
        watch.stored(finished.report(), null);
        return storedAnswer
                .of(request, receipt)
                .orElseThrow(() -> new IllegalStateException("What was stored is no longer there."));
    }

    private HttpAnswer answer(ApiRequest request, FinishedReport finished, ReportWatch watch) throws IOException {
        Report report = finished.report();
        Document document = finished.document();
        Optional<HttpAnswer> whole;
        try (InputStream content = document.open()) {
            whole = documents.of(
                    request, headers.ofMade(request, report.meeting(), report.complete()), content, document.bytes());
        }
        if (whole.isPresent()) {
            watch.answered(report);
            return whole.get();
        }
        HttpAnswer link = links.of(request, finished, document);
        watch.stored(report, null);
        return link;
    }
}

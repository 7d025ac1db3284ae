package org.rollcall.lambda.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.rollcall.format.Document;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.event.AnswerTooLargeException;
import org.rollcall.lambda.event.Event;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.event.RemakeEvent;
import org.rollcall.lambda.event.ReportEvent;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.lambda.http.LambdaAnswer;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.lambda.stored.MakeSeries;
import org.rollcall.lambda.stored.RemakeReports;
import org.rollcall.lambda.stored.StoredEvents;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.ReportWatch;
import org.rollcall.lambda.watch.WatchReports;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportDestination;
import org.rollcall.zoom.call.Deadline;

/** The handler for direct events: makes a report, and stores it or answers with it; works on stored ones. */
@Named("report")
public class ReportHandler extends FunctionHandler {
    private final ReadReportEvent events;
    private final MakeReport makeReport;
    private final StoreReport storeReport;
    private final ReceiptJson receipts;
    private final ReportDestination destination;
    private final Deadlines deadlines;
    private final WatchReports watches;
    private final MakeSeries makeSeries;
    private final RemakeReports remakeReports;
    private final StoredEvents storedEvents;
    private final ObjectMapper mapper;

    ReportHandler(
            ReadReportEvent events,
            MakeReport makeReport,
            StoreReport storeReport,
            ReceiptJson receipts,
            ReportDestination destination,
            Deadlines deadlines,
            WatchReports watches,
            MakeSeries makeSeries,
            RemakeReports remakeReports,
            StoredEvents storedEvents,
            ObjectMapper mapper) {
        this.events = events;
        this.makeReport = makeReport;
        this.storeReport = storeReport;
        this.receipts = receipts;
        this.destination = destination;
        this.deadlines = deadlines;
        this.watches = watches;
        this.makeSeries = makeSeries;
        this.remakeReports = remakeReports;
        this.storedEvents = storedEvents;
        this.mapper = mapper;
    }

    /**
     * @param in a direct event, the same in an EventBridge envelope, or Zoom's {@code meeting.ended} or
     *     {@code webinar.ended}
     * @param out the receipt, or the JSON report when the event says {@code "deliver": "return"}
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        ReportWatch watch = watches.begin();
        try {
            handle(events.read(in), out, deadlines.of(context), watch);
        } catch (RuntimeException | IOException e) {
            watch.failed(fields);
            throw e;
        }
    }

    private void handle(Event event, OutputStream out, Deadline deadline, ReportWatch watch) throws IOException {
        if (event instanceof SeriesEvent series) {
            mapper.writeValue(out, storedEvents.answer(makeSeries.make(series)));
        } else if (event instanceof RemakeEvent remake) {
            mapper.writeValue(out, storedEvents.answer(remakeReports.remake(remake, deadline)));
        } else if (event instanceof ReportEvent report) {
            make(report, out, deadline, watch);
        }
    }

    private void make(ReportEvent event, OutputStream out, Deadline deadline, ReportWatch watch) throws IOException {
        if (event.store()) {
            destination.required();
        }
        try (FinishedReport finished = makeReport.make(event.request(), deadline)) {
            if (event.store()) {
                receipts.write(storeReport.store(finished), out);
                watch.stored(finished.report(), null);
            } else {
                answer(finished.document(), out);
                watch.answered(finished.report());
            }
        }
    }

    private static void answer(Document document, OutputStream out) throws IOException {
        if (document.bytes() > LambdaAnswer.MAX_BYTES) {
            throw new AnswerTooLargeException(
                    "The report has " + document.bytes() + " bytes, and a Lambda answer holds " + LambdaAnswer.MAX_BYTES
                            + ". Ask for it with \"deliver\": \"store\".");
        }
        try (InputStream content = document.open()) {
            content.transferTo(out);
        }
    }
}

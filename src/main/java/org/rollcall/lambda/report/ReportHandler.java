package org.rollcall.lambda.report;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.jboss.logging.Logger;
import org.rollcall.format.Document;
import org.rollcall.lambda.AnswerTooLargeException;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FailureText;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.lambda.LambdaAnswer;
import org.rollcall.lambda.LogFields;
import org.rollcall.lambda.MakeInstanceReport;
import org.rollcall.lambda.ReadReportEvent;
import org.rollcall.lambda.ReportEvent;
import org.rollcall.lambda.ReportWatch;
import org.rollcall.lambda.StoreReport;
import org.rollcall.lambda.UnexpectedFailureException;
import org.rollcall.lambda.WatchReports;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoredDocument;
import org.rollcall.zoom.Deadline;

/** The door for direct events: makes the report, and stores it or answers with it. */
@Named("report")
public class ReportHandler implements RequestStreamHandler {
    private final ReadReportEvent events;
    private final MakeInstanceReport makeReport;
    private final StoreReport storeReport;
    private final WriteReceipt receipts;
    private final ReportDestination destination;
    private final Deadlines deadlines;
    private final WatchReports watches;

    ReportHandler(
            ReadReportEvent events,
            MakeInstanceReport makeReport,
            StoreReport storeReport,
            WriteReceipt receipts,
            ReportDestination destination,
            Deadlines deadlines,
            WatchReports watches) {
        this.events = events;
        this.makeReport = makeReport;
        this.storeReport = storeReport;
        this.receipts = receipts;
        this.destination = destination;
        this.deadlines = deadlines;
        this.watches = watches;
    }

    /**
     * @param in a direct event, the same in an EventBridge envelope, or Zoom's {@code meeting.ended}
     * @param out the receipt, or the JSON report when the event says {@code "deliver": "return"}
     * @throws UnexpectedFailureException for what is none of the named exceptions
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        ReportWatch watch = watches.begin();
        try (LogFields fields = LogFields.of(context)) {
            try {
                handle(events.read(in), out, deadlines.of(context), watch);
            } catch (RuntimeException | IOException e) {
                watch.notStored(Logger.Level.ERROR, "failed", FailureText.of(e));
                throw FailureText.told(e);
            }
        }
    }

    private void handle(ReportEvent event, OutputStream out, Deadline deadline, ReportWatch watch) throws IOException {
        if (event.store()) {
            destination.required();
        }
        try (FinishedReport finished = makeReport.make(event.request(), deadline)) {
            if (event.store()) {
                List<StoredDocument> stored = storeReport.store(finished);
                receipts.write(finished, stored, out);
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
        Files.copy(document.file(), out);
    }
}

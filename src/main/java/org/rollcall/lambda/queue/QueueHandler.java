package org.rollcall.lambda.queue;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.batch.BatchEvent;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.store.ReportDestination;

/**
 * The handler for the report queue: makes and stores the reports of meetings that have ended, and works on stored ones.
 */
@Named("queue")
public class QueueHandler extends FunctionHandler {
    /** A longer wait is the queue's: it costs nothing there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BatchEvent batches;
    private final WorkOffBatch workOffBatch;
    private final ReportDestination destination;
    private final Deadlines deadlines;

    QueueHandler(BatchEvent batches, WorkOffBatch workOffBatch, ReportDestination destination, Deadlines deadlines) {
        this.batches = batches;
        this.workOffBatch = workOffBatch;
        this.destination = destination;
        this.deadlines = deadlines;
    }

    /**
     * @param in messages of an SQS queue
     * @param out which of them come back (Lambda: Reporting batch item failures)
     * @throws InvalidRequestException when the event is not SQS's
     * @throws InvalidSettingException when there is no destination; every message comes back
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        destination.required();
        batches.write(
                workOffBatch.workOff(batches.read(in), deadlines.of(context).withPatience(PATIENCE)), out);
    }
}

package org.rollcall.lambda.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.watch.CountFailures;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.lambda.watch.Metric;
import org.rollcall.lambda.watch.WriteMetrics;
import org.rollcall.zoom.call.Deadline;

/** The handler for the schedule and for back-filling: queues the reports of the meetings that have none. */
@Named("reconcile")
public class ReconcileHandler extends FunctionHandler {
    private static final Logger LOG = Logger.getLogger(ReconcileHandler.class);
    /** This part of the time is kept back from Zoom, for what is to be stored and queued. */
    private static final int RESERVE = 10;

    private final ReadReconcileEvent events;
    private final ReconcileReports reconcileReports;
    private final ContinueReconciling continueReconciling;
    private final WriteMetrics metrics;
    private final Deadlines deadlines;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final CountFailures failures;

    ReconcileHandler(
            ReadReconcileEvent events,
            ReconcileReports reconcileReports,
            ContinueReconciling continueReconciling,
            WriteMetrics metrics,
            Deadlines deadlines,
            ObjectMapper mapper,
            InstantSource clock,
            CountFailures failures) {
        this.events = events;
        this.reconcileReports = reconcileReports;
        this.continueReconciling = continueReconciling;
        this.metrics = metrics;
        this.deadlines = deadlines;
        this.mapper = mapper;
        this.clock = clock;
        this.failures = failures;
    }

    /**
     * @param in the days, as {@link ReadReconcileEvent} reads them, or a batch of SQS messages with such
     * @param out the totals, or the batch's failures
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        mapper.writeValue(out, handle(in, deadline(context)));
    }

    private Deadline deadline(Context context) {
        Deadline whole = deadlines.of(context);
        return new Deadline(whole.end().minus(whole.remaining().dividedBy(RESERVE)), whole.clock());
    }

    private JsonNode handle(InputStream in, Deadline deadline) throws IOException {
        JsonNode event = parse(in);
        return event.path("Records").isArray()
                ? workOff(event.path("Records"), deadline)
                : totals(reconcile(events.read(event), Wait.NONE, deadline));
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            return mapper.readTree(in);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The event", "is not JSON. It accepts an object with from and to.");
        }
    }

    private ReconcileTotals reconcile(ReconcileRange range, Wait before, Deadline deadline) {
        ReconcileTotals totals = reconcileReports.reconcile(range, before, deadline);
        if (!totals.isListed()) {
            LOG.warn("Zoom has no list of this account's meetings: past meetings, which are the only source, have none,"
                    + " or the others refuse theirs. Nothing tells which reports are missing.");
        }
        metrics.write(Map.of(Metric.MISSING_REPORTS, totals.missing()));
        try (LogFields fields = new LogFields()
                .with("outcome", totals.continuesFrom() == null ? "reconciled" : "continued")
                .with("calls", totals.zoomCalls())
                .with("missing", totals.missing())) {
            LOG.infof(
                    "Reconciled %d days from %s: %d meetings ended, %d reports stored, %d queued, %d calls to Zoom.",
                    totals.days(), range.from(), totals.ended(), totals.stored(), totals.queued(), totals.zoomCalls());
        }
        return totals;
    }

    private JsonNode workOff(JsonNode records, Deadline deadline) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode comeBack = answer.putArray("batchItemFailures");
        for (JsonNode record : records) {
            String id = record.path("messageId").asText();
            try {
                JsonNode message = parse(record.path("body").asText());
                ReconcileRange range = events.readContinuation(message);
                Wait wait = Wait.of(message);
                if (wait.remaining(clock).toSeconds() > 0) {
                    continueReconciling.holdBack(record.path("receiptHandle").asText(), wait);
                    LOG.infof("The days from %s on are not to be begun before %s.", range.from(), wait.notBefore());
                    comeBack.addObject().put("itemIdentifier", id);
                } else {
                    reconcile(range, wait, deadline);
                }
            } catch (RuntimeException e) {
                LOG.errorf(
                        "Message %s comes back, or goes to the dead letters: %s",
                        id, failures.count(e).getMessage());
                comeBack.addObject().put("itemIdentifier", id);
            }
        }
        return answer;
    }

    private JsonNode parse(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The message", "is not JSON. It accepts an object with from and to.");
        }
    }

    private JsonNode totals(ReconcileTotals totals) {
        ObjectNode answer = mapper.createObjectNode()
                .put("days", totals.days())
                .put("ended", totals.ended())
                .put("stored", totals.stored())
                .put("queued", totals.queued())
                .put("recounted", totals.recounted())
                .put("excluded", totals.excluded())
                .put("zoom_calls", totals.zoomCalls());
        if (totals.continuesFrom() != null) {
            answer.put("continues_from", totals.continuesFrom().toString());
        }
        if (totals.notBefore() != null) {
            answer.put("not_before", totals.notBefore().toString());
        }
        if (!totals.isListed()) {
            answer.put("list", "none");
        }
        return answer;
    }
}

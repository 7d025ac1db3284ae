package org.rollcall.lambda.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FailureText;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.LogFields;
import org.rollcall.lambda.Metric;
import org.rollcall.lambda.UnexpectedFailureException;
import org.rollcall.lambda.WriteMetrics;
import org.rollcall.zoom.Deadline;

/** The door for the schedule and for back-filling: queues the reports of the meetings that have none. */
@Named("reconcile")
public class ReconcileHandler implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(ReconcileHandler.class);
    /** This part of the time is kept back from Zoom, for what is to be stored and queued. */
    private static final int RESERVE = 10;

    private final ReadReconcileEvent events;
    private final ReconcileReports reconcileReports;
    private final WriteMetrics metrics;
    private final Deadlines deadlines;
    private final ObjectMapper mapper;

    ReconcileHandler(
            ReadReconcileEvent events,
            ReconcileReports reconcileReports,
            WriteMetrics metrics,
            Deadlines deadlines,
            ObjectMapper mapper) {
        this.events = events;
        this.reconcileReports = reconcileReports;
        this.metrics = metrics;
        this.deadlines = deadlines;
        this.mapper = mapper;
    }

    /**
     * @param in the days, as {@link ReadReconcileEvent} reads them, or a batch of SQS messages with such
     * @param out the totals, or the batch's failures
     * @throws UnexpectedFailureException for what is none of the named exceptions
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        try (LogFields fields = LogFields.of(context)) {
            mapper.writeValue(out, handle(in, deadline(context)));
        } catch (RuntimeException | IOException e) {
            LOG.error(FailureText.of(e));
            throw FailureText.told(e);
        }
    }

    private Deadline deadline(Context context) {
        Deadline whole = deadlines.of(context);
        return new Deadline(whole.end().minus(whole.remaining().dividedBy(RESERVE)), whole.clock());
    }

    private JsonNode handle(InputStream in, Deadline deadline) throws IOException {
        JsonNode event = parse(in);
        return event.path("Records").isArray()
                ? workOff(event.path("Records"), deadline)
                : totals(reconcile(events.read(event), deadline));
    }

    private JsonNode parse(InputStream in) throws IOException {
        try {
            return mapper.readTree(in);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The event", "is not JSON. It accepts an object with from and to.");
        }
    }

    private ReconcileTotals reconcile(ReconcileRange range, Deadline deadline) {
        ReconcileTotals totals = reconcileReports.reconcile(range, deadline);
        metrics.write(Map.of(Metric.MISSING_REPORTS, totals.queued()));
        try (LogFields fields = new LogFields()
                .with("outcome", totals.continuesFrom() == null ? "reconciled" : "continued")
                .with("calls", totals.zoomCalls())
                .with("missing", totals.queued())) {
            LOG.infof(
                    "Reconciled %d days from %s: %d meetings ended, %d reports stored, %d queued, %d calls to Zoom.",
                    totals.days(), range.from(), totals.ended(), totals.stored(), totals.queued(), totals.zoomCalls());
        }
        return totals;
    }

    private JsonNode workOff(JsonNode records, Deadline deadline) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        for (JsonNode record : records) {
            String id = record.path("messageId").asText();
            try {
                reconcile(events.readContinuation(parse(record.path("body").asText())), deadline);
            } catch (RuntimeException e) {
                LOG.errorf("Message %s comes back, or goes to the dead letters: %s", id, FailureText.of(e));
                failures.addObject().put("itemIdentifier", id);
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
                .put("zoom_calls", totals.zoomCalls());
        if (totals.continuesFrom() != null) {
            answer.put("continues_from", totals.continuesFrom().toString());
        }
        return answer;
    }
}

package org.rollcall.lambda.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.LogFields;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.store.ReportDestination;

/** The door for the queue: makes and stores the reports of meetings that have ended. */
@Named("queue")
public class QueueHandler implements RequestStreamHandler {
    /** A longer wait is the queue's: it costs nothing there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectMapper mapper;
    private final WorkOffBatch workOffBatch;
    private final ReportDestination destination;
    private final Deadlines deadlines;

    QueueHandler(ObjectMapper mapper, WorkOffBatch workOffBatch, ReportDestination destination, Deadlines deadlines) {
        this.mapper = mapper;
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
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try (LogFields fields = LogFields.of(context)) {
            destination.required();
            write(workOffBatch.workOff(read(in), deadlines.of(context).withPatience(PATIENCE)), out);
        }
    }

    private List<QueueRecord> read(InputStream in) throws IOException {
        try {
            JsonNode records = mapper.readTree(in).path("Records");
            if (records.isArray()) {
                List<QueueRecord> read = new ArrayList<>();
                records.forEach(record -> read.add(QueueRecord.of(record)));
                return read;
            }
        } catch (JsonProcessingException e) {
            // Said below, as of any other event that is not SQS's.
        }
        throw new InvalidRequestException("The event", "is not SQS's. It accepts {\"Records\": [...]}.");
    }

    private void write(List<QueueRecord> comeBack, OutputStream out) throws IOException {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("batchItemFailures");
            for (QueueRecord record : comeBack) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", record.messageId());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}

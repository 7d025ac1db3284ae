package org.rollcall.lambda.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.lambda.event.InvalidRequestException;

/**
 * Messages of an SQS queue as Lambda delivers them, and the answer that names those that come back.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Lambda: partial batch
 *     responses</a>
 */
@Singleton
public class BatchEvent {
    private final ObjectMapper mapper;

    BatchEvent(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads the messages.
     *
     * @throws InvalidRequestException when the event is not SQS's
     */
    public List<QueueRecord> read(InputStream in) throws IOException {
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

    /** Writes which messages come back. */
    public void write(List<QueueRecord> comeBack, OutputStream out) throws IOException {
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

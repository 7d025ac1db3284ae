package org.rollcall.lambda.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.rollcall.format.MeetingJson;
import org.rollcall.lambda.FinishedReport;
import org.rollcall.report.Report;
import org.rollcall.store.StoredDocument;

/** Writes the answer to a report that was stored. */
@Singleton
class WriteReceipt {
    private final ObjectMapper mapper;

    WriteReceipt(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void write(FinishedReport finished, List<StoredDocument> documents, OutputStream out) throws IOException {
        Report report = finished.report();
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            MeetingJson.write(json, report.meeting());
            json.writeStringField("type", report.type().value());
            json.writeNumberField("total_records", report.rows());
            json.writeNumberField("people", report.attendance().people().size());
            json.writeNumberField("zoom_calls", finished.zoomCalls());
            json.writeBooleanField("complete", report.complete());
            json.writeArrayFieldStart("documents");
            for (StoredDocument document : documents) {
                json.writeStartObject();
                json.writeStringField("format", document.format());
                json.writeStringField("location", document.location().toString());
                json.writeStringField("content_type", document.contentType());
                json.writeNumberField("bytes", document.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}

package org.rollcall.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.format.MeetingJson;
import org.rollcall.report.row.Times;

/** Receipts as JSON. */
@Singleton
public class ReceiptJson {
    private final ObjectMapper mapper;

    /** @param mapper reads and writes */
    public ReceiptJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a receipt as it is stored. */
    public byte[] bytes(Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(receipt, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a receipt, as the answer to a report that was stored. */
    public void write(Receipt receipt, OutputStream out) throws IOException {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            MeetingJson.write(json, receipt.meeting());
            writeKnown(json, "kind", receipt.kind());
            writeKnown(json, "source", receipt.source());
            writeKnown(json, "type", receipt.type());
            writeKnown(json, "total_records", receipt.totalRecords());
            writeKnown(json, "people", receipt.people());
            writeKnown(json, "zoom_calls", receipt.zoomCalls());
            json.writeBooleanField("complete", receipt.complete());
            if (receipt.recounted()) {
                json.writeBooleanField("recounted", true);
            }
            if (receipt.erased()) {
                json.writeBooleanField("erased", true);
            }
            json.writeArrayFieldStart("documents");
            for (StoredDocument document : receipt.documents()) {
                json.writeStartObject();
                json.writeStringField("format", document.format());
                json.writeStringField("location", document.location().toString());
                json.writeStringField("content_type", document.contentType());
                json.writeNumberField("bytes", document.bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeKnown(json, "stored_at", Times.text(receipt.storedAt()));
            json.writeEndObject();
        }
    }

    private static void writeKnown(JsonGenerator json, String field, String text) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    private static void writeKnown(JsonGenerator json, String field, Integer number) throws IOException {
        if (number != null) {
            json.writeNumberField(field, number);
        }
    }

    /**
     * Reads a receipt. Fields that it does not have are unknown, others are left out.
     *
     * @throws IOException when it is none
     */
    public Receipt read(byte[] bytes) throws IOException {
        JsonNode json = mapper.readTree(bytes);
        List<StoredDocument> documents = new ArrayList<>();
        for (JsonNode document : json.path("documents")) {
            documents.add(new StoredDocument(
                    required(document, "format"),
                    location(document),
                    required(document, "content_type"),
                    document.path("bytes").asLong()));
        }
        String kind = text(json, "kind");
        return new Receipt(
                MeetingJson.read(kind, json.path("meeting")),
                kind,
                text(json, "source"),
                text(json, "type"),
                number(json, "total_records"),
                number(json, "people"),
                number(json, "zoom_calls"),
                json.path("complete").asBoolean(),
                documents,
                Times.parse(text(json, "stored_at")),
                json.path("recounted").asBoolean(),
                json.path("erased").asBoolean());
    }

    private static URI location(JsonNode document) throws IOException {
        try {
            return URI.create(required(document, "location"));
        } catch (IllegalArgumentException e) {
            throw new IOException("A document's location is no URI.", e);
        }
    }

    private static String required(JsonNode json, String field) throws IOException {
        String text = text(json, field);
        if (text == null) {
            throw new IOException("It has no " + field + ".");
        }
        return text;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }

    private static Integer number(JsonNode json, String field) {
        JsonNode number = json.path(field);
        return number.canConvertToInt() && number.isNumber() ? number.intValue() : null;
    }
}

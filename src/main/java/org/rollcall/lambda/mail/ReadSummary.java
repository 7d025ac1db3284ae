package org.rollcall.lambda.mail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.Redaction;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.row.Field;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what a mail says of attendance from a stored {@code json} document, of which no row is kept in memory. */
@Singleton
class ReadSummary {
    private final ReportDestination destination;
    private final ObjectMapper mapper;
    private final Formats formats;

    ReadSummary(ReportDestination destination, ObjectMapper mapper, Formats formats) {
        this.destination = destination;
        this.mapper = mapper;
        this.formats = formats;
    }

    /**
     * Returns what the report's {@code json} document says; what the receipt says, where there is no such document.
     *
     * @throws StoreException when it can't be read
     */
    AttendanceSummary of(Receipt receipt) {
        Destination place = destination.required();
        AttendanceSummary summary = new AttendanceSummary();
        summary.came(receipt.people());
        Optional<StoredObject> document = receipt.documents().stream()
                .filter(stored -> stored.format().equals(JsonFormat.NAME))
                .findFirst()
                .flatMap(stored -> place.key(stored.location()))
                .flatMap(place::read);
        document.ifPresent(object -> read(object, summary));
        return summary;
    }

    private void read(StoredObject document, AttendanceSummary summary) {
        try (document;
                JsonParser json = mapper.createParser(document.content())) {
            read(json, mapper, formats.redaction(), summary);
        } catch (IOException | SdkException e) {
            throw new StoreException(
                    "What is at " + document.location() + " could not be read ("
                            + e.getClass().getSimpleName()
                            + "). Look whether it is a report's json document, then ask again.",
                    // A parser's words can quote what it read.
                    e instanceof JsonProcessingException ? null : e);
        }
    }

    /** Reads a document from its beginning, which can be from before the fields were left out. */
    static void read(JsonParser json, ObjectMapper mapper, Redaction redaction, AttendanceSummary summary)
            throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "attendance" -> readPeople(json, redaction, summary);
                case "attendance_totals" -> readTotals(mapper.readTree(json), summary);
                default -> json.skipChildren();
            }
        }
    }

    private static void readPeople(JsonParser json, Redaction redaction, AttendanceSummary summary) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String name = null;
            String email = null;
            String status = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "name" -> name = redaction.hides(Field.USER_NAME) ? null : json.getValueAsString();
                    case "email" -> email = redaction.hides(Field.EMAIL) ? null : json.getValueAsString();
                    case "status" -> status = json.getValueAsString();
                    default -> json.skipChildren();
                }
            }
            summary.add(name == null || name.isBlank() ? email : name, status);
        }
    }

    private static void readTotals(JsonNode totals, AttendanceSummary summary) {
        if (totals.path("people").isInt()) {
            summary.came(totals.get("people").intValue());
        }
        JsonNode statuses = totals.path("statuses");
        if (statuses.isObject()) {
            summary.statuses(statuses.has("absent"));
        }
        if (totals.path("timezone").isTextual()) {
            summary.timezone(
                    totals.get("timezone").textValue(),
                    totals.path("timezone_known").asBoolean());
        }
    }
}

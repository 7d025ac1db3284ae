package org.rollcall.lambda.mail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.Redaction;
import org.rollcall.lambda.event.Formats;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.erasure.MarkedPeople;
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
    /** As long as a function can run (AWS Lambda quotas). */
    private static final Duration UNTIL_ERASED = Duration.ofMinutes(15);

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
     * @param marked whose data is erased
     * @throws MailUnavailableException while the document has somebody whose data is erased
     * @throws StoreException when it can't be read
     */
    AttendanceSummary of(Receipt receipt, MarkedPeople marked) {
        Destination place = destination.required();
        AttendanceSummary summary = new AttendanceSummary();
        summary.came(receipt.people());
        Optional<StoredObject> document = receipt.documents().stream()
                .filter(stored -> stored.format().equals(JsonFormat.NAME))
                .findFirst()
                .flatMap(stored -> place.key(stored.location()))
                .flatMap(place::read);
        document.ifPresent(object -> read(object, summary, receipt, marked));
        return summary;
    }

    private void read(StoredObject document, AttendanceSummary summary, Receipt receipt, MarkedPeople marked) {
        try (document;
                JsonParser json = mapper.createParser(document.content())) {
            if (read(json, mapper, formats.redaction(), summary, marked::test)) {
                throw new MailUnavailableException(
                        "The report of " + receipt.meeting().kind().value() + " "
                                + receipt.meeting().id() + ", instance "
                                + receipt.meeting().uuid() + ", still has somebody whose data is erased. It is"
                                + " mailed when it is made anew without them. Let the erasure come to its end.",
                        UNTIL_ERASED);
            }
        } catch (IOException | SdkException e) {
            throw new StoreException(
                    "What is at " + document.location() + " could not be read ("
                            + e.getClass().getSimpleName()
                            + "). Look whether it is a report's json document, then ask again.",
                    // A parser's words can quote what it read.
                    e instanceof JsonProcessingException ? null : e);
        }
    }

    /**
     * Reads a document from its beginning, which can be from before fields were left out.
     *
     * @return whether somebody in it is marked
     */
    static boolean read(
            JsonParser json,
            ObjectMapper mapper,
            Redaction redaction,
            AttendanceSummary summary,
            Predicate<Identity> marked)
            throws IOException {
        boolean found = false;
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "attendance" -> found = readPeople(json, redaction, summary, marked);
                case "attendance_totals" -> readTotals(mapper.readTree(json), summary);
                default -> json.skipChildren();
            }
        }
        return found;
    }

    private static boolean readPeople(
            JsonParser json, Redaction redaction, AttendanceSummary summary, Predicate<Identity> marked)
            throws IOException {
        boolean found = false;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String name = null;
            String email = null;
            String status = null;
            String participantUserId = null;
            String registrantId = null;
            String customerKey = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "name" -> name = json.getValueAsString();
                    case "email" -> email = json.getValueAsString();
                    case "status" -> status = json.getValueAsString();
                    case "participant_user_id" -> participantUserId = json.getValueAsString();
                    case "registrant_id" -> registrantId = json.getValueAsString();
                    case "customer_key" -> customerKey = json.getValueAsString();
                    default -> json.skipChildren();
                }
            }
            String shown = redaction.hides(Field.USER_NAME) || name == null || name.isBlank()
                    ? redaction.hides(Field.EMAIL) ? null : email
                    : name;
            summary.add(shown, status);
            found |= marked.test(new Identity(participantUserId, null, registrantId, customerKey, email, name, null));
        }
        return found;
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

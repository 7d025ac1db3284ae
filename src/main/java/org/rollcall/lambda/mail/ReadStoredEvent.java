package org.rollcall.lambda.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;

/**
 * Reads the index entry that an event of Amazon S3's is about.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">Amazon S3: EventBridge event
 *     message structure</a>
 */
@Singleton
class ReadStoredEvent {
    private static final String ACCEPTS =
            "It accepts Amazon S3's \"Object Created\" events of EventBridge for objects below index/ of"
                    + " REPORT_DESTINATION.";
    private static final String CREATED = "Object Created";
    private static final int LARGEST = 1 << 20;

    private final ObjectMapper mapper;
    private final ReceiptJson receipts;
    private final ReportDestination destination;

    ReadStoredEvent(ObjectMapper mapper, ReceiptJson receipts, ReportDestination destination) {
        this.mapper = mapper;
        this.receipts = receipts;
        this.destination = destination;
    }

    /**
     * Returns the receipt.
     *
     * @return empty when there is none any more
     * @throws InvalidRequestException when the message is another event, or what it names is no receipt
     * @throws StoreException when it can't be read
     */
    Optional<Receipt> receipt(String body) {
        Destination place = destination.required();
        String key = key(place, event(body));
        return place.read(key).map(object -> parse(key, object));
    }

    private JsonNode event(String body) {
        try {
            JsonNode event = mapper.readTree(body);
            if (event != null && CREATED.equals(event.path("detail-type").asText())) {
                return event.path("detail");
            }
        } catch (JsonProcessingException e) {
            // Said below, as of another event.
        }
        throw new InvalidRequestException("The message", "is another event. " + ACCEPTS);
    }

    private static String key(Destination place, JsonNode detail) {
        String bucket = detail.path("bucket").path("name").asText();
        String object = detail.path("object").path("key").asText();
        try {
            Optional<String> key = place.key(new URI("s3", bucket, "/" + object, null, null));
            if (key.isPresent() && key.get().startsWith(MailClaims.INDEX)) {
                return key.get();
            }
        } catch (URISyntaxException e) {
            // Said below, as of another object.
        }
        throw new InvalidRequestException("The message", "is about another object. " + ACCEPTS);
    }

    private Receipt parse(String key, StoredObject object) {
        String problem;
        try {
            Receipt receipt = receipts.read(object.readAll(LARGEST));
            String uuid = receipt.meeting().uuid();
            if (uuid != null
                    && ReportKey.indexEntry(receipt.meeting().id(), uuid).equals(key)) {
                return receipt;
            }
            problem = "it is another instance's";
        } catch (IOException e) {
            // Without its words, which can quote what it read.
            problem = e.getClass().getSimpleName();
        }
        throw new InvalidRequestException(
                "The index entry " + object.location(), "can't be understood (" + problem + ").");
    }
}

package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredObject;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers with a stored document, as it was stored. */
@Singleton
class StoredAnswer {
    private static final Logger LOG = Logger.getLogger(StoredAnswer.class);

    /** What an answer without a body has, too (RFC 9110, 15.4.5). */
    private static final Set<String> NOT_MODIFIED =
            Set.of("cache-control", "content-location", "etag", "last-modified", "vary", "x-rollcall-source");

    private final ReportDestination destination;
    private final DocumentHeaders headers;
    private final DocumentAnswer documents;
    private final LinkAnswer links;

    StoredAnswer(ReportDestination destination, DocumentHeaders headers, DocumentAnswer documents, LinkAnswer links) {
        this.destination = destination;
        this.headers = headers;
        this.documents = documents;
        this.links = links;
    }

    /**
     * Returns the document of the format asked for; that the client has it; or a link where Lambda can't carry it.
     *
     * @param receipt what is stored of the instance
     * @return empty when that format is not stored
     * @throws StoreException when it can't be read
     */
    Optional<HttpAnswer> of(ApiRequest request, Receipt receipt) {
        Destination place = destination.required();
        return receipt.documents().stream()
                .filter(document -> document.format().equals(request.format().name()))
                .findFirst()
                .map(StoredDocument::location)
                .flatMap(place::key)
                .flatMap(key -> answer(request, receipt, place, key));
    }

    private Optional<HttpAnswer> answer(ApiRequest request, Receipt receipt, Destination place, String key) {
        Optional<StoredObject> found = place.read(key);
        if (found.isEmpty()) {
            // A life cycle deletes what is older before it deletes the entry, which every report renews.
            LOG.infof("The index has %s, which is no longer there. Zoom is asked.", place.location(key));
            return Optional.empty();
        }
        try (StoredObject object = found.get()) {
            Map<String, String> all = headers.ofStored(request, receipt.meeting(), object);
            if (request.preconditions().areMet(DocumentHeaders.eTag(request, object), object.lastModified())) {
                Map<String, String> some = new LinkedHashMap<>(all);
                some.keySet().retainAll(NOT_MODIFIED);
                return Optional.of(new HttpAnswer(304, some, null, false));
            }
            Optional<HttpAnswer> whole = documents.of(request, all, object.content(), object.bytes());
            return whole.isPresent()
                    ? whole
                    : Optional.of(links.of(key, object.bytes())
                            .withHeader("x-rollcall-source", all.get("x-rollcall-source")));
        } catch (IOException | SdkException e) {
            throw new StoreException(
                    "What is stored at " + place.location(key) + " could not be read to its end ("
                            + e.getClass().getSimpleName() + "). Ask again.",
                    e);
        }
    }
}

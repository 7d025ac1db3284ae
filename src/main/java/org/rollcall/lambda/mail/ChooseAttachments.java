package org.rollcall.lambda.mail;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredObject;

/** Reads the documents that are attached, as far as they fit into a mail. */
@Singleton
class ChooseAttachments {
    /** All together. Encoded, they stay below the 10 MB that many mail servers take. */
    static final int MOST_BYTES = 7_000_000;

    private final ReportDestination destination;

    ChooseAttachments(ReportDestination destination) {
        this.destination = destination;
    }

    /**
     * Returns the documents of these formats, in this order, without those that do not fit.
     *
     * @param title what their names begin with
     * @throws StoreException when one can't be read
     */
    Chosen of(Receipt receipt, List<String> formats, String title) throws IOException {
        Destination place = destination.required();
        List<Mail.Attachment> attachments = new ArrayList<>();
        Set<String> attached = new HashSet<>();
        Set<String> tooLarge = new HashSet<>();
        int left = MOST_BYTES;
        for (String format : formats) {
            Optional<StoredDocument> document = receipt.documents().stream()
                    .filter(stored -> stored.format().equals(format))
                    .findFirst();
            Optional<StoredObject> object =
                    document.flatMap(stored -> place.key(stored.location())).flatMap(place::read);
            if (object.isEmpty()) {
                continue;
            }
            // Not as the receipt has it: the document may have been stored again since.
            if (object.get().bytes() > left) {
                object.get().close();
                tooLarge.add(format);
                continue;
            }
            byte[] content = object.get().readAll(left);
            left -= content.length;
            attachments.add(new Mail.Attachment(
                    name(title, document.get()), document.get().contentType(), content));
            attached.add(format);
        }
        return new Chosen(attachments, attached, tooLarge);
    }

    // As a person would name it: Statistics 201, 2026-11-20, attendance.csv
    private static String name(String title, StoredDocument document) {
        String path = document.location().getPath();
        String extension = path.substring(path.lastIndexOf('.') + 1);
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\uFFFD]", "_").replaceFirst("^\\.+", "_");
        return name + (extension.equals(document.format()) ? "" : ", " + document.format()) + "." + extension;
    }

    /**
     * What is attached.
     *
     * @param attached the formats of these
     * @param tooLarge the formats that did not fit
     */
    record Chosen(List<Mail.Attachment> attachments, Set<String> attached, Set<String> tooLarge) {}
}

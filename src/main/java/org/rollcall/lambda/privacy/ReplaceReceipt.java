package org.rollcall.lambda.privacy;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.privacy.scan.ReadReport.ReportParts;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoredDocument;

/**
 * Puts the index entry of a report in place that was made without somebody. A report of the time before there was an
 * index gets none.
 */
@Singleton
class ReplaceReceipt {
    private final ReportDestination destination;
    private final ReceiptJson receipts;
    private final Formats formats;
    private final InstantSource clock;

    ReplaceReceipt(ReportDestination destination, ReceiptJson receipts, Formats formats, InstantSource clock) {
        this.destination = destination;
        this.receipts = receipts;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Puts it there.
     *
     * @param documents those that were made; the others of the earlier entry stay in it
     * @return its key, if there is an entry
     */
    Set<String> replace(ReportParts report, Report made, List<StoredDocument> documents) {
        Stream<StoredDocument> others = report.documents().stream().filter(document -> documents.stream()
                .noneMatch(one -> one.format().equals(document.format())));
        return put(
                report,
                made.meeting(),
                made.rows(),
                made.attendance().people().size(),
                Stream.concat(documents.stream(), others).toList());
    }

    /** Puts that of a report there of which nobody is left. */
    Set<String> empty(ReportParts report, Meeting meeting) {
        return put(report, meeting, 0, 0, List.of());
    }

    /**
     * Puts that of a report there of which documents were changed or deleted.
     *
     * @param rows how many rows there are; {@code null} where nobody knows
     */
    Set<String> put(ReportParts report, Meeting meeting, Integer rows, Integer people, List<StoredDocument> documents) {
        return report.entry()
                .map(entry -> {
                    Receipt earlier = entry.receipt();
                    Receipt receipt = new Receipt(
                            formats.redaction().apply(meeting),
                            earlier.kind(),
                            earlier.source(),
                            earlier.type(),
                            rows,
                            people,
                            earlier.zoomCalls(),
                            earlier.complete(),
                            documents,
                            clock.instant(),
                            earlier.recounted(),
                            earlier.erased() || !Objects.equals(rows, earlier.totalRecords()));
                    String key = ReportKey.indexEntry(
                            earlier.meeting().id(), earlier.meeting().uuid());
                    // Where another has stored the report meanwhile, the entry is theirs, who obey the marks.
                    return destination
                                    .required()
                                    .putIfUnchanged(key, "application/json", receipts.bytes(receipt), entry.eTag())
                            ? Set.of(key)
                            : Set.<String>of();
                })
                .orElse(Set.of());
    }
}

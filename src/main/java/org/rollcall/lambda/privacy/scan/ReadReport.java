package org.rollcall.lambda.privacy.scan;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.format.JsonFormat;
import org.rollcall.lambda.stored.RemakeReport;
import org.rollcall.lambda.stored.StoredReport;
import org.rollcall.report.Meeting;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.Destination;
import org.rollcall.store.Receipt;
import org.rollcall.store.ReceiptJson;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredObject;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.Versions;

/** Reads what there is of a report: its index entry and its {@code json} document. */
@Singleton
public class ReadReport {
    private static final int LARGEST_ENTRY = 1 << 20;

    private final ReportDestination destination;
    private final ReceiptJson receipts;
    private final RemakeReport remakeReport;

    ReadReport(ReportDestination destination, ReceiptJson receipts, RemakeReport remakeReport) {
        this.destination = destination;
        this.receipts = receipts;
        this.remakeReport = remakeReport;
    }

    /**
     * Reads it. What can't be understood counts as not there.
     *
     * @throws org.rollcall.store.StoreException when something can't be read
     */
    public ReportParts read(Versions versions, ObjectGroup group) {
        Optional<ReportParts.Entry> entry =
                current(group, "index/").findFirst().flatMap(versions::read).flatMap(this::entry);
        return new ReportParts(
                group, entry, json(group, entry).flatMap(versions::read).flatMap(RemakeReport::read));
    }

    private static Stream<StoredVersion> current(ObjectGroup group, String folder) {
        return group.current().stream().filter(version -> version.key().startsWith(folder));
    }

    // A report whose start Zoom gave another time has documents of two days, of which the entry names the later ones.
    private Optional<StoredVersion> json(ObjectGroup group, Optional<ReportParts.Entry> entry) {
        Destination place = destination.required();
        Set<String> named = entry.stream()
                .flatMap(one -> one.receipt().documents().stream())
                .map(StoredDocument::location)
                .map(place::key)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return current(group, JsonFormat.NAME + "/")
                .max(Comparator.<StoredVersion, Boolean>comparing(version -> named.contains(version.key()))
                        .thenComparing(StoredVersion::lastModified));
    }

    private Optional<ReportParts.Entry> entry(StoredObject object) {
        try {
            return Optional.of(new ReportParts.Entry(receipts.read(object.readAll(LARGEST_ENTRY)), object.eTag()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns whose rows are in it; nothing where its {@code json} document is missing. */
    public Optional<RowsOfPeople> people(ReportParts report, ErasureMarks marks, PersonIdentifiers person) {
        if (report.stored().isEmpty() || report.meeting().isEmpty()) {
            return Optional.empty();
        }
        StoredReport stored = report.stored().get();
        Meeting meeting = report.meeting().get();
        return Optional.of(RowsOfPeople.of(
                stored, meeting, remakeReport.context(meeting, stored), report.instance(), marks, person));
    }

    /**
     * What there is of a report.
     *
     * @param entry its index entry
     * @param stored its {@code json} document
     */
    public record ReportParts(ObjectGroup group, Optional<Entry> entry, Optional<StoredReport> stored) {

        /** Returns which meeting it is of, where something says so or its rows are known. */
        public Optional<Meeting> meeting() {
            return entry.map(one -> one.receipt().meeting())
                    .or(() -> stored.flatMap(StoredReport::meeting))
                    .or(() -> stored.flatMap(one -> group.instance())
                            .map(uuid -> new Meeting(group.meetingId(), uuid, null, null, null, null)));
        }

        /** Returns the documents that its index entry names. */
        public List<StoredDocument> documents() {
            return entry.map(one -> one.receipt().documents()).orElse(List.of());
        }

        /** Returns the UUID of its instance; {@code null} where it has none. */
        public String instance() {
            return meeting().map(Meeting::uuid).or(group::instance).orElse(null);
        }

        /**
         * An index entry.
         *
         * @param eTag what it is replaced by
         */
        public record Entry(Receipt receipt, String eTag) {}
    }
}

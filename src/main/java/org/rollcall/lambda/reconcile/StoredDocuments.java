package org.rollcall.lambda.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.StoredEntry;

/**
 * The documents in a destination, found by lists of a day and a format, each of which is read once, and only when a
 * meeting is looked for that those before do not have.
 */
final class StoredDocuments {
    private final Destination place;
    private final Map<String, Map<String, StoredEntry>> folders = new ConcurrentHashMap<>();

    StoredDocuments(Destination place) {
        this.place = place;
    }

    /**
     * Returns a document of a report that was stored after the meeting's end. The report of a live meeting was kept in
     * the same place once, and holds those alone who had come by then.
     *
     * @param formats the formats to look for, in this order
     * @throws StoreException when they can't be listed
     */
    Optional<Found> find(Meeting meeting, List<ReportFormat> formats) {
        if (meeting.startTime() == null) {
            return Optional.empty();
        }
        LocalDate day = ReportKey.day(meeting.startTime());
        // What Zoom's event and Zoom's list say of a start can differ by moments, and midnight can lie between.
        return formats.stream()
                .flatMap(format -> Stream.of(day, day.minusDays(1), day.plusDays(1))
                        .flatMap(each ->
                                document(meeting, each, format).map(entry -> new Found(each, format, entry)).stream()))
                .findFirst();
    }

    /**
     * Returns every document of a report of which one was found.
     *
     * @param formats the formats to look for
     * @throws StoreException when they can't be listed
     */
    List<StoredDocument> all(Meeting meeting, LocalDate day, List<ReportFormat> formats) {
        return formats.stream()
                .flatMap(format -> document(meeting, day, format)
                        .map(entry -> new StoredDocument(
                                format.name(), place.location(entry.key()), format.contentType(), entry.bytes()))
                        .stream())
                .toList();
    }

    private Optional<StoredEntry> document(Meeting meeting, LocalDate day, ReportFormat format) {
        return Optional.ofNullable(folders.computeIfAbsent(ReportKey.folder(day, format), this::list)
                        .get(ReportKey.name(meeting, format)))
                .filter(entry ->
                        meeting.endTime() == null || !entry.lastModified().isBefore(meeting.endTime()));
    }

    private Map<String, StoredEntry> list(String folder) {
        try (Stream<StoredEntry> entries = place.list(folder)) {
            return entries.collect(Collectors.toMap(entry -> entry.key().substring(folder.length()), entry -> entry));
        }
    }

    /** A document, and the day it is kept under. */
    record Found(LocalDate day, ReportFormat format, StoredEntry entry) {}
}

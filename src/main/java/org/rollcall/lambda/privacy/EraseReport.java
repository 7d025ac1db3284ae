package org.rollcall.lambda.privacy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.rollcall.format.Document;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.privacy.scan.ObjectGroup;
import org.rollcall.lambda.privacy.scan.ReadReport;
import org.rollcall.lambda.privacy.scan.ReadReport.ReportParts;
import org.rollcall.lambda.privacy.scan.RowsOfPeople;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.lambda.stored.RemakeReport;
import org.rollcall.lambda.stored.StoredReport;
import org.rollcall.report.Meeting;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredDocument;
import org.rollcall.store.version.StoredVersion;

/**
 * Erases marked people from one report. The {@code json} document, which tells whose the report is, is replaced last,
 * and its earlier versions are deleted last: whenever this is interrupted, the next time finds the report again.
 */
@Singleton
class EraseReport {
    private static final Predicate<String> JSON = key -> key.startsWith(JsonFormat.NAME + "/");
    private static final Predicate<String> INDEX = key -> key.startsWith("index/");

    private final ReportDestination destination;
    private final ReadReport readReport;
    private final RemakeReport remakeReport;
    private final EraseLines eraseLines;
    private final ReplaceReceipt replaceReceipt;
    private final Formats formats;
    private final ExecutorService executor;

    EraseReport(
            ReportDestination destination,
            ReadReport readReport,
            RemakeReport remakeReport,
            EraseLines eraseLines,
            ReplaceReceipt replaceReceipt,
            Formats formats,
            ExecutorService executor) {
        this.destination = destination;
        this.readReport = readReport;
        this.remakeReport = remakeReport;
        this.eraseLines = eraseLines;
        this.replaceReceipt = replaceReceipt;
        this.formats = formats;
        this.executor = executor;
    }

    /**
     * Erases them.
     *
     * @throws StoreException when something can't be read, stored or deleted
     */
    void erase(ScannedGroup scanned, Erasure erasure) {
        ObjectGroup group = scanned.group();
        Set<String> replaced = Set.of();
        if (scanned.anyCurrent()) {
            ReportParts report = readReport.read(erasure.versions(), group);
            Optional<RowsOfPeople> people =
                    readReport.people(report, erasure.marks().all(), erasure.person());
            people.ifPresent(some -> erasure.marks().add(some.found()));
            replaced = people.isPresent()
                    ? replace(report, people.get(), erasure)
                    : eraseLines.erase(scanned, report, erasure);
        }
        for (Predicate<String> some : List.of(JSON.or(INDEX).negate(), INDEX, JSON)) {
            erasure.deleted(group.deleteEarlier(erasure.versions(), replaced, some));
        }
    }

    private Set<String> replace(ReportParts report, RowsOfPeople people, Erasure erasure) {
        erasure.report(people.rows(), people.areAll());
        return people.areAll() ? empty(report, people.meeting(), erasure) : remake(report);
    }

    /** Leaves the index entry alone, so that nobody takes the report for a missing one. */
    private Set<String> empty(ReportParts report, Meeting meeting, Erasure erasure) {
        ObjectGroup group = report.group();
        erasure.deleted(group.deleteAll(erasure.versions(), JSON.or(INDEX).negate()));
        Set<String> replaced = replaceReceipt.empty(report, meeting);
        erasure.deleted(group.deleteAll(erasure.versions(), JSON));
        return replaced;
    }

    // The marks are obeyed by whatever makes a report.
    private Set<String> remake(ReportParts report) {
        Meeting meeting = report.meeting().orElseThrow();
        StoredReport stored = report.stored().orElseThrow();
        Set<String> replaced = new HashSet<>();
        List<StoredDocument> documents = new ArrayList<>();
        for (Predicate<String> some : List.of(JSON.negate(), JSON)) {
            List<StoredVersion> current = report.group().current().stream()
                    .filter(version -> INDEX.negate().and(some).test(version.key()))
                    .toList();
            List<ReportFormat> wanted = formats.all().stream()
                    .filter(format -> current.stream().anyMatch(isOf(format)))
                    .toList();
            try (FinishedReport finished = remakeReport.finish(meeting, null, stored, wanted)) {
                List<Document> whole = finished.documents(executor, document -> document);
                whole.forEach(document -> current.stream()
                        .filter(isOf(document.format()))
                        .forEach(version -> documents.add(stored(version.key(), document))));
                if (some == JSON) {
                    replaced.addAll(replaceReceipt.replace(report, finished.report(), documents));
                }
                whole.forEach(document -> current.stream()
                        .filter(isOf(document.format()))
                        .filter(version -> put(version, document))
                        .forEach(version -> replaced.add(version.key())));
            } catch (IOException e) {
                throw new StoreException(
                        "There is no space for temporary files. Give the function more of /tmp.", null);
            }
        }
        return replaced;
    }

    private static Predicate<StoredVersion> isOf(ReportFormat format) {
        return version -> version.key().startsWith(format.name() + "/");
    }

    // Where another function has stored the report meanwhile, its document stays, which can have more rows.
    private boolean put(StoredVersion version, Document document) {
        Destination place = destination.required();
        // A directory lists files without tags.
        if (version.eTag() == null) {
            place.put(version.key(), document);
            return true;
        }
        return place.putIfUnchanged(version.key(), document, version.eTag());
    }

    private StoredDocument stored(String key, Document document) {
        Destination place = destination.required();
        ReportFormat format = document.format();
        return new StoredDocument(format.name(), place.location(key), format.contentType(), document.bytes());
    }
}

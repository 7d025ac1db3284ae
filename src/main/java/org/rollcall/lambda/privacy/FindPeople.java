package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rollcall.lambda.privacy.scan.GroupKind;
import org.rollcall.lambda.privacy.scan.ReadReport;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.lambda.privacy.scan.SweepObjects;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.StoredVersions;
import org.rollcall.store.version.Versions;
import org.rollcall.zoom.call.Deadline;

/** Finds a person in everything that is stored. Nothing is written. */
@Singleton
class FindPeople {
    private final StoredVersions storedVersions;
    private final SweepObjects sweepObjects;
    private final ReadReport readReport;
    private final ObjectMapper mapper;

    FindPeople(StoredVersions storedVersions, SweepObjects sweepObjects, ReadReport readReport, ObjectMapper mapper) {
        this.storedVersions = storedVersions;
        this.sweepObjects = sweepObjects;
        this.readReport = readReport;
        this.mapper = mapper;
    }

    /**
     * Finds them by what is given, and once more by what their rows say of who they are.
     *
     * @return where they are, as JSON; with where to go on, when time ran out
     * @throws org.rollcall.store.StoreException when something can't be listed or read
     */
    ObjectNode find(PrivacyEvent event, Deadline deadline) {
        Versions versions = storedVersions.required();
        GrowingMarks marks = new GrowingMarks(
                ErasureMarks.NONE.with(List.of(event.person()), List.of()),
                (before, found) -> before.with(List.of(), found));
        while (true) {
            FoundPerson person = new FoundPerson(mapper);
            ErasureMarks known = marks.all();
            Optional<String> stopped = sweepObjects.sweep(
                    new SweepObjects.Sweep(versions, () -> known, event.after(), new HashSet<>(), deadline),
                    scanned -> person.add(scanned, rows(versions, scanned, marks, event)));
            if (stopped.isPresent()) {
                return Continuation.of(person.answer(), stopped.get(), false);
            }
            if (!marks.takeGrown()) {
                return person.answer();
            }
        }
    }

    private int rows(Versions versions, ScannedGroup scanned, GrowingMarks marks, PrivacyEvent event) {
        if (scanned.group().kind() != GroupKind.REPORT || !scanned.any()) {
            return 0;
        }
        return readReport
                .people(readReport.read(versions, scanned.group()), marks.all(), event.person())
                .map(people -> {
                    marks.add(people.found());
                    return people.rows();
                })
                .orElseGet(() -> rows(scanned));
    }

    // Of the documents that have one line a row.
    private static int rows(ScannedGroup scanned) {
        return scanned.findings().entrySet().stream()
                .filter(one -> one.getKey().isCurrent() && isOfRows(one.getKey()))
                .mapToInt(one -> one.getValue().rows())
                .max()
                .orElse(0);
    }

    private static boolean isOfRows(StoredVersion version) {
        return List.of("json/", "csv/", "ndjson/").stream().anyMatch(version.key()::startsWith);
    }
}

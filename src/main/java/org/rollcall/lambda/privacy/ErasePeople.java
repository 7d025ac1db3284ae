package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.lambda.privacy.scan.Findings;
import org.rollcall.lambda.privacy.scan.GroupKind;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.lambda.privacy.scan.SweepObjects;
import org.rollcall.store.erasure.ErasureMarkStore;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.StoredVersions;
import org.rollcall.store.version.Versions;
import org.rollcall.zoom.call.Deadline;

/**
 * Erases a person from everything that is stored: first the mark, which whoever stores obeys, then all that is there,
 * until nothing is found any more. It can be interrupted anywhere; begun again, it ends in the same state, because only
 * what is stored tells what there is to do.
 */
@Singleton
class ErasePeople {
    /** After so many tries with the same objects, what is in them of the person is left. */
    private static final int TRIES = 2;

    private final StoredVersions storedVersions;
    private final ErasureMarkStore markStore;
    private final SweepObjects sweepObjects;
    private final EraseReport eraseReport;
    private final EraseOthers eraseOthers;
    private final ObjectMapper mapper;

    ErasePeople(
            StoredVersions storedVersions,
            ErasureMarkStore markStore,
            SweepObjects sweepObjects,
            EraseReport eraseReport,
            EraseOthers eraseOthers,
            ObjectMapper mapper) {
        this.storedVersions = storedVersions;
        this.markStore = markStore;
        this.sweepObjects = sweepObjects;
        this.eraseReport = eraseReport;
        this.eraseOthers = eraseOthers;
        this.mapper = mapper;
    }

    /**
     * Erases them.
     *
     * @return what was done, as JSON; with where to go on, when time ran out
     * @throws org.rollcall.store.StoreException when something can't be listed, read, stored or deleted; what was done
     *     until then stays
     */
    ObjectNode erase(PrivacyEvent event, Deadline deadline) {
        Versions versions = storedVersions.required();
        GrowingMarks marks = new GrowingMarks(
                markStore.add(event.person(), List.of()), (before, found) -> markStore.add(event.person(), found));
        Erasure erasure = new Erasure(versions, event.person(), marks);
        Set<StoredVersion> clean = new HashSet<>();
        Map<String, Integer> tries = new HashMap<>();
        String after = event.after();
        boolean again = event.again();
        while (true) {
            Pass pass = new Pass(erasure, tries, again);
            Optional<String> stopped = sweepObjects.sweep(
                    new SweepObjects.Sweep(versions, marks::all, after, clean, deadline), pass::erase);
            if (stopped.isPresent()) {
                return Continuation.of(erasure.answer(mapper), stopped.get(), pass.again);
            }
            if (!pass.again) {
                return erasure.answer(mapper);
            }
            after = "";
            again = false;
            // What had nothing by the marks of then can have something by those that were found since.
            if (marks.takeGrown()) {
                clean.clear();
            }
        }
    }

    /** One way through everything. */
    private final class Pass {
        private final Erasure erasure;
        private final Map<String, Integer> tries;
        private boolean again;

        Pass(Erasure erasure, Map<String, Integer> tries, boolean again) {
            this.erasure = erasure;
            this.tries = tries;
            this.again = again;
        }

        void erase(ScannedGroup scanned) {
            erasure.left(scanned.keys(findings -> !findings.isRead()));
            if (!scanned.any()) {
                return;
            }
            GroupKind kind = scanned.group().kind();
            boolean isTried = tries.merge(scanned.group().place(), 1, Integer::sum) > TRIES;
            if (isTried || kind == GroupKind.OTHER) {
                // Of a series, what is found can be somebody else's of the same name in another of its instances.
                erasure.left(kind == GroupKind.SERIES ? List.of() : scanned.keys(Findings::any));
                return;
            }
            again = true;
            if (kind == GroupKind.REPORT) {
                eraseReport.erase(scanned, erasure);
            } else {
                eraseOthers.erase(scanned, erasure);
            }
        }
    }
}

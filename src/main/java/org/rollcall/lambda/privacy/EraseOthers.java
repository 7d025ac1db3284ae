package org.rollcall.lambda.privacy;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.lambda.event.SeriesEvent;
import org.rollcall.lambda.privacy.scan.GroupKind;
import org.rollcall.lambda.privacy.scan.ObjectGroup;
import org.rollcall.lambda.privacy.scan.PersonScan;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.lambda.stored.MakeSeries;
import org.rollcall.roster.InvalidRosterException;
import org.rollcall.roster.ReadRoster;
import org.rollcall.roster.RosterWithout;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.StoredObject;

/** Erases marked people from what is no report: series are made anew, rosters lose lines, copies are deleted. */
@Singleton
class EraseOthers {
    private static final Pattern SERIES = Pattern.compile("([0-9]+)(?:_([0-9-]{10})_([0-9-]{10}))?");

    private final ReportDestination destination;
    private final MakeSeries makeSeries;

    EraseOthers(ReportDestination destination, MakeSeries makeSeries) {
        this.destination = destination;
        this.makeSeries = makeSeries;
    }

    /**
     * Erases them.
     *
     * @throws org.rollcall.store.StoreException when something can't be read, stored or deleted
     */
    void erase(ScannedGroup scanned, Erasure erasure) {
        ObjectGroup group = scanned.group();
        Set<String> replaced = new HashSet<>();
        if (group.kind() == GroupKind.COPY) {
            erasure.copy();
            erasure.deleted(group.deleteAll(erasure.versions(), key -> true));
        } else if (scanned.anyCurrent()) {
            replaced.addAll(group.kind() == GroupKind.SERIES ? series(group, erasure) : roster(group.name(), erasure));
        }
        erasure.deleted(group.deleteEarlier(erasure.versions(), replaced, key -> group.kind() != GroupKind.COPY));
    }

    private Set<String> series(ObjectGroup group, Erasure erasure) {
        erasure.series();
        Destination place = destination.required();
        Set<String> made = new HashSet<>();
        event(group.name()).ifPresent(event -> makeSeries.makeOfReadable(event).documents().stream()
                .map(document -> place.key(document.location()))
                .flatMap(Optional::stream)
                .forEach(made::add));
        // What can't be made anew can still name them.
        erasure.deleted(group.deleteAll(erasure.versions(), key -> !made.contains(key)));
        return made;
    }

    private static Optional<SeriesEvent> event(String name) {
        Matcher series = SERIES.matcher(name);
        try {
            return series.matches()
                    ? Optional.of(new SeriesEvent(series.group(1), day(series.group(2)), day(series.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** Returns the roster's key if another one was put there. */
    private Set<String> roster(String key, Erasure erasure) {
        Destination place = destination.required();
        Optional<StoredObject> object = place.read(key);
        if (object.isEmpty()) {
            return Set.of();
        }
        String eTag = object.get().eTag();
        String contentType = object.get().contentType();
        try {
            PersonScan scan = new PersonScan(erasure.marks().all(), List.of());
            Optional<byte[]> left =
                    RosterWithout.lines(key, object.get().readAll(ReadRoster.MAX_BYTES + 1), scan::isMarked);
            // Where its owner has put another one there meanwhile, that one is looked at next time.
            if (left.isPresent() && place.putIfUnchanged(key, contentType, left.get(), eTag)) {
                erasure.roster();
                return Set.of(key);
            }
        } catch (InvalidRosterException e) {
            erasure.left(List.of(key));
        }
        return Set.of();
    }
}

package org.rollcall.lambda.privacy.scan;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.store.InParallel;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.Versions;
import org.rollcall.zoom.call.Deadline;

/** Goes through all that is stored, in groups, and says of each what it has about marked people. */
@Singleton
public class SweepObjects {
    /** How many versions are read before the time that is left is looked at. */
    private static final int AT_ONCE = 64;

    /** How many bytes. */
    private static final long BYTES_AT_ONCE = 100_000_000;

    /** With less time than this, or than a quarter of all, a group is not begun. */
    private static final Duration RESERVE = Duration.ofMinutes(1);

    /** The others are read again: they can have a name that was found in a report meanwhile. */
    private static final Set<GroupKind> REMEMBERED = Set.of(GroupKind.ROSTER, GroupKind.REPORT, GroupKind.OTHER);

    private final GroupObjects groupObjects;
    private final ScanVersions scanVersions;
    private final ExecutorService executor;

    SweepObjects(GroupObjects groupObjects, ScanVersions scanVersions, ExecutorService executor) {
        this.groupObjects = groupObjects;
        this.scanVersions = scanVersions;
        this.executor = executor;
    }

    /**
     * What to go through.
     *
     * @param marks whose traces are looked for; asked again for each few groups
     * @param after the place behind which to begin; empty for the first
     * @param clean versions that need not be read; those that have nothing are added
     */
    public record Sweep(
            Versions versions,
            Supplier<ErasureMarks> marks,
            String after,
            Set<StoredVersion> clean,
            Deadline deadline) {}

    /**
     * Goes through it.
     *
     * @param work is given every group, one after the other, on the caller's thread
     * @return the last place that is done, where there was no time for the rest
     * @throws org.rollcall.store.StoreException when something can't be listed or read
     */
    public Optional<String> sweep(Sweep sweep, Consumer<ScannedGroup> work) {
        Duration share = sweep.deadline().remaining().dividedBy(4);
        Duration reserve = share.compareTo(RESERVE) < 0 ? share : RESERVE;
        Collection<ObjectGroup> groups = groupObjects.of(sweep.versions().list());
        Map<String, List<String>> instances = instances(groups);
        String done = sweep.after();
        for (List<ObjectGroup> some : batches(groups, sweep.after())) {
            for (ScannedGroup scanned : scan(some, instances, sweep)) {
                if (sweep.deadline().remaining().compareTo(reserve) < 0) {
                    return Optional.of(done);
                }
                work.accept(scanned);
                done = scanned.group().place();
            }
        }
        return Optional.empty();
    }

    private static List<List<ObjectGroup>> batches(Collection<ObjectGroup> groups, String after) {
        List<List<ObjectGroup>> batches = new ArrayList<>();
        GroupKind kind = null;
        int versions = 0;
        long bytes = 0;
        for (ObjectGroup group : groups) {
            if (group.place().compareTo(after) > 0) {
                // What is found in reports is looked for in series.
                if (versions >= AT_ONCE || bytes >= BYTES_AT_ONCE || group.kind() != kind) {
                    batches.add(new ArrayList<>());
                    versions = 0;
                    bytes = 0;
                }
                batches.get(batches.size() - 1).add(group);
                kind = group.kind();
                versions += group.versions().size();
                bytes += group.versions().stream()
                        .mapToLong(StoredVersion::bytes)
                        .sum();
            }
        }
        return batches;
    }

    private List<ScannedGroup> scan(List<ObjectGroup> groups, Map<String, List<String>> instances, Sweep sweep) {
        ErasureMarks marks = sweep.marks().get();
        List<Reading> readings = groups.stream()
                .flatMap(group -> group.versions().stream()
                        .filter(version ->
                                !version.isDeleteMarker() && !sweep.clean().contains(version))
                        .map(version -> new Reading(group, version)))
                .toList();
        List<Findings> findings = InParallel.map(
                readings,
                reading -> scanVersions.scan(
                        sweep.versions(),
                        reading.version(),
                        reading.group().kind(),
                        instances(reading.group(), instances),
                        marks),
                executor);
        Map<ObjectGroup, Map<StoredVersion, Findings>> byGroup = new LinkedHashMap<>();
        groups.forEach(group -> byGroup.put(group, new LinkedHashMap<>()));
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (!findings.get(i).equals(Findings.NOTHING)) {
                byGroup.get(reading.group()).put(reading.version(), findings.get(i));
            } else if (REMEMBERED.contains(reading.group().kind())) {
                sweep.clean().add(reading.version());
            }
        }
        return byGroup.entrySet().stream()
                .map(one -> new ScannedGroup(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<String> instances(ObjectGroup group, Map<String, List<String>> instances) {
        return group.kind() == GroupKind.SERIES
                ? instances.getOrDefault(group.meetingId(), List.of())
                : group.instance().stream().toList();
    }

    private record Reading(ObjectGroup group, StoredVersion version) {}

    private static Map<String, List<String>> instances(Collection<ObjectGroup> groups) {
        Map<String, List<String>> instances = new HashMap<>();
        groups.forEach(group -> group.instance().ifPresent(uuid -> instances
                .computeIfAbsent(group.meetingId(), none -> new ArrayList<>())
                .add(uuid)));
        return instances;
    }
}

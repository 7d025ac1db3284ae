package org.rollcall.lambda.privacy.scan;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.rollcall.store.version.StoredVersion;

/**
 * A group, and what it has about marked people.
 *
 * @param findings of each version that has something, or can't be understood
 */
public record ScannedGroup(ObjectGroup group, Map<StoredVersion, Findings> findings) {

    /** Returns whether there is something about marked people. */
    public boolean any() {
        return findings.values().stream().anyMatch(Findings::any);
    }

    /** Returns whether the current version of an object has. */
    public boolean anyCurrent() {
        return versions(Findings::any).stream().anyMatch(StoredVersion::isCurrent);
    }

    /** Returns the keys of versions that are so, each once. */
    public List<String> keys(Predicate<Findings> wanted) {
        return versions(wanted).stream()
                .map(StoredVersion::key)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the keys of current versions that have something about marked people. */
    public List<String> currentKeys() {
        return versions(Findings::any).stream()
                .filter(StoredVersion::isCurrent)
                .map(StoredVersion::key)
                .toList();
    }

    /** Returns the versions that are so. */
    public List<StoredVersion> versions(Predicate<Findings> wanted) {
        return findings.entrySet().stream()
                .filter(one -> wanted.test(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

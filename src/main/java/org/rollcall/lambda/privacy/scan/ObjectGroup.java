package org.rollcall.lambda.privacy.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.store.version.StoredVersion;
import org.rollcall.store.version.Versions;

/**
 * All versions of the objects that are about the same and are dealt with at once.
 *
 * @param name unlike that of any other of its kind
 * @param versions by key, the current one of each first; without those that are deleted since
 */
public record ObjectGroup(GroupKind kind, String name, List<StoredVersion> versions) {
    /** The name of a report, at the end of whatever is before it: {@code {meetingId}_{base64url of its UUID}}. */
    private static final Pattern REPORT = Pattern.compile("_([A-Za-z0-9_-]+)(?:\\.[a-z]+)?$");

    /** What a sweep remembers of how far it came. Places are compared as texts. */
    public String place() {
        return place(kind, name);
    }

    public static String place(GroupKind kind, String name) {
        return kind.ordinal() + "/" + name;
    }

    /** Returns the meeting's number, or whatever else stands for it in the name of a report. */
    public String meetingId() {
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Returns the UUID of the instance that a report or a copy is of; nothing where the name has none. */
    public Optional<String> instance() {
        if (kind != GroupKind.REPORT && kind != GroupKind.COPY) {
            return Optional.empty();
        }
        Matcher report = REPORT.matcher(name);
        try {
            return report.find()
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(report.group(1)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the current versions that have content. */
    public List<StoredVersion> current() {
        return versions.stream()
                .filter(version -> version.isCurrent() && !version.isDeleteMarker())
                .toList();
    }

    /**
     * Deletes the versions that a reader does not get: earlier ones, marks of deletions, and what was current when it
     * was listed and has another version in its place since.
     *
     * @param replaced keys that something was put at since
     * @param wanted of which keys
     * @return how many
     */
    public int deleteEarlier(Versions all, Set<String> replaced, Predicate<String> wanted) {
        List<StoredVersion> earlier = versions.stream()
                .filter(version -> wanted.test(version.key()))
                // Where the bucket is not versioned, what has the ID null is what was put there since.
                .filter(version -> !version.isCurrent()
                        || replaced.contains(version.key())
                                && version.id() != null
                                && !version.id().equals("null"))
                .toList();
        return delete(all, earlier);
    }

    /** Deletes all versions of some keys. */
    public int deleteAll(Versions all, Predicate<String> wanted) {
        return delete(
                all,
                versions.stream().filter(version -> wanted.test(version.key())).toList());
    }

    // Marks last: without them, an earlier version would be what readers get.
    private int delete(Versions all, List<StoredVersion> some) {
        all.delete(some.stream().filter(version -> !version.isDeleteMarker()).toList());
        all.delete(some.stream().filter(StoredVersion::isDeleteMarker).toList());
        versions.removeAll(some);
        return some.size();
    }
}

package org.rollcall.lambda.privacy.scan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.lambda.event.Formats;
import org.rollcall.store.version.StoredVersion;

/** Puts together what is stored about the same. */
@Singleton
class GroupObjects {
    /** These name meetings by their IDs alone, or are about marks that name nobody. */
    private static final Set<String> WITHOUT_PEOPLE = Set.of("erased", "instances", "mailed", "reconcile");

    private static final Pattern DOCUMENT = Pattern.compile("([a-z]+)/date=[0-9-]+/([^/]+)\\.[a-z]+");
    private static final Pattern INDEX_ENTRY = Pattern.compile("index/([^/]+)/([^/]+)\\.json");
    private static final Pattern SERIES = Pattern.compile("series/([^/]+)\\.[a-z]+");

    private final Formats formats;

    GroupObjects(Formats formats) {
        this.formats = formats;
    }

    /** Returns the groups of all that can be about people, in the order in which people are erased. */
    Collection<ObjectGroup> of(List<StoredVersion> versions) {
        Map<String, ObjectGroup> groups = new TreeMap<>();
        for (StoredVersion version : versions) {
            String key = version.key();
            if (!WITHOUT_PEOPLE.contains(key.substring(0, Math.max(0, key.indexOf('/'))))) {
                ObjectGroup group = empty(key);
                groups.computeIfAbsent(group.place(), place -> group).versions().add(version);
            }
        }
        return groups.values();
    }

    private ObjectGroup empty(String key) {
        Matcher document = DOCUMENT.matcher(key);
        if (document.matches()
                && formats.all().stream().anyMatch(one -> one.name().equals(document.group(1)))) {
            return empty(GroupKind.REPORT, document.group(2));
        }
        Matcher entry = INDEX_ENTRY.matcher(key);
        if (entry.matches()) {
            return empty(GroupKind.REPORT, entry.group(1) + "_" + entry.group(2));
        }
        Matcher series = SERIES.matcher(key);
        if (series.matches()) {
            return empty(GroupKind.SERIES, series.group(1));
        }
        if (key.startsWith("live/") || key.startsWith("filtered/")) {
            return empty(GroupKind.COPY, key);
        }
        return empty(key.startsWith("rosters/") ? GroupKind.ROSTER : GroupKind.OTHER, key);
    }

    private static ObjectGroup empty(GroupKind kind, String name) {
        return new ObjectGroup(kind, name, new ArrayList<>());
    }
}

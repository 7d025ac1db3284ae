package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.lambda.privacy.scan.Findings;
import org.rollcall.lambda.privacy.scan.GroupKind;
import org.rollcall.lambda.privacy.scan.ScannedGroup;
import org.rollcall.store.version.StoredVersion;

/** Where a person is. Nothing of what is said of them. */
final class FoundPerson {
    /** How many keys and meetings are named: a Lambda answer has 6 MB, and a key 1 KB, at most. */
    private static final int MOST_NAMED = 2500;

    private final ArrayNode meetings;
    private final ArrayNode keys;
    private final ArrayNode unread;
    private final ObjectNode answer;
    private int meetingCount;
    private int rowCount;
    private int keyCount;
    private int objectCount;
    private int versionCount;
    private int unreadCount;

    FoundPerson(ObjectMapper mapper) {
        answer = mapper.createObjectNode();
        meetings = mapper.createArrayNode();
        keys = mapper.createArrayNode();
        unread = mapper.createArrayNode();
    }

    /**
     * Adds a group.
     *
     * @param rows how many rows of a report are the person's
     */
    void add(ScannedGroup scanned, int rows) {
        if (scanned.any() && scanned.group().kind() == GroupKind.REPORT) {
            meetingCount++;
            rowCount += rows;
            if (meetings.size() < MOST_NAMED) {
                ObjectNode meeting =
                        meetings.addObject().put("id", scanned.group().meetingId());
                scanned.group().instance().ifPresent(uuid -> meeting.put("uuid", uuid));
                meeting.put("rows", rows);
            }
        }
        byKey(scanned).forEach(this::add);
        List<String> notUnderstood = scanned.keys(findings -> !findings.isRead());
        unreadCount += notUnderstood.size();
        notUnderstood.stream().limit(Math.max(0, MOST_NAMED - unread.size())).forEach(unread::add);
    }

    private static Map<String, List<StoredVersion>> byKey(ScannedGroup scanned) {
        Map<String, List<StoredVersion>> byKey = new TreeMap<>();
        scanned.keys(Findings::any)
                .forEach(key -> byKey.put(
                        key,
                        scanned.versions(Findings::any).stream()
                                .filter(version -> version.key().equals(key))
                                .toList()));
        return byKey;
    }

    private void add(String key, List<StoredVersion> versions) {
        boolean isCurrent = versions.stream().anyMatch(StoredVersion::isCurrent);
        int earlier = versions.size() - (isCurrent ? 1 : 0);
        keyCount++;
        objectCount += isCurrent ? 1 : 0;
        versionCount += earlier;
        if (keys.size() < MOST_NAMED) {
            keys.addObject().put("key", key).put("current", isCurrent).put("earlier_versions", earlier);
        }
    }

    /** Returns the answer. */
    ObjectNode answer() {
        answer.put("complete", true)
                .put("meeting_count", meetingCount)
                .put("row_count", rowCount)
                .put("object_count", objectCount)
                .put("earlier_version_count", versionCount)
                .put("unread_count", unreadCount)
                .put("truncated", isTruncated());
        answer.set("meetings", meetings);
        answer.set("keys", keys);
        answer.set("unread", unread);
        return answer;
    }

    private boolean isTruncated() {
        return meetingCount > meetings.size() || keyCount > keys.size() || unreadCount > unread.size();
    }
}

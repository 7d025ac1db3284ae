package org.rollcall.lambda.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.version.Versions;

/** The erasure of a person under way: who it is, and what one invocation has done. */
final class Erasure {
    /** How many keys are named: a Lambda answer has 6 MB, and a key 1 KB, at most. */
    private static final int MOST_NAMED = 2500;

    private final Versions versions;
    private final PersonIdentifiers person;
    private final GrowingMarks marks;
    private final Set<String> left = new TreeSet<>();
    private int reports;
    private int emptied;
    private int rows;
    private int series;
    private int rosters;
    private int copies;
    private int deleted;

    Erasure(Versions versions, PersonIdentifiers person, GrowingMarks marks) {
        this.versions = versions;
        this.person = person;
        this.marks = marks;
    }

    Versions versions() {
        return versions;
    }

    PersonIdentifiers person() {
        return person;
    }

    GrowingMarks marks() {
        return marks;
    }

    /** Counts a report that was made without some rows. */
    void report(int rowsLess, boolean isEmpty) {
        reports++;
        rows += rowsLess;
        emptied += isEmpty ? 1 : 0;
    }

    void series() {
        series++;
    }

    void roster() {
        rosters++;
    }

    void copy() {
        copies++;
    }

    /** Counts versions that are deleted for good. */
    void deleted(int count) {
        deleted += count;
    }

    /** Names keys of objects that still name the person, or may. */
    void left(Collection<String> keys) {
        left.addAll(keys);
    }

    int reports() {
        return reports;
    }

    int versionsDeleted() {
        return deleted;
    }

    /** Returns the answer. */
    ObjectNode answer(ObjectMapper mapper) {
        ObjectNode answer = mapper.createObjectNode()
                .put("complete", true)
                .put("reports", reports)
                .put("emptied_reports", emptied)
                .put("rows", rows)
                .put("series", series)
                .put("rosters", rosters)
                .put("copies", copies)
                .put("versions_deleted", deleted)
                .put("left_count", left.size())
                .put("truncated", left.size() > MOST_NAMED);
        ArrayNode keys = answer.putArray("left");
        left.stream().limit(MOST_NAMED).forEach(keys::add);
        return answer;
    }
}

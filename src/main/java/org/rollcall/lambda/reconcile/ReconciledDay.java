package org.rollcall.lambda.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.report.Meeting;

/** What became of the meetings that began on one day. */
final class ReconciledDay {
    private final LocalDate date;
    private final int excluded;
    private final List<Meeting> missing = new ArrayList<>();
    private final List<Meeting> toRecount = new ArrayList<>();
    private final List<Meeting> recounted = new ArrayList<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private int stored;

    /** @param excluded how many meetings of that day the settings leave out */
    ReconciledDay(LocalDate date, int excluded) {
        this.date = date;
        this.excluded = excluded;
    }

    /** One without a report. */
    void missing(Meeting meeting) {
        missing.add(meeting);
    }

    /**
     * One with a report.
     *
     * @param name what its documents are called
     * @param count how many rows that has; {@code null} when it was not counted
     */
    void stored(String name, Integer count) {
        stored++;
        rows.put(name, count);
    }

    /**
     * One whose report has fewer rows than Zoom's list has participants.
     *
     * @param asked whether it was queued for that before
     */
    void recount(Meeting meeting, boolean asked) {
        recounted.add(meeting);
        if (!asked) {
            toRecount.add(meeting);
        }
    }

    /** The day, in UTC. */
    LocalDate date() {
        return date;
    }

    /** How many meetings were left out. */
    int excluded() {
        return excluded;
    }

    /** How many of the others have ended. */
    int ended() {
        return stored + missing.size();
    }

    /** How many of those have a report. */
    int stored() {
        return stored;
    }

    /** The others. */
    List<Meeting> missing() {
        return missing;
    }

    /** Those that are missing and can be asked for. A number alone would be answered by its latest instance. */
    List<Meeting> toReport() {
        return missing.stream().filter(meeting -> meeting.uuid() != null).toList();
    }

    /** Those that are to be read once more. */
    List<Meeting> toRecount() {
        return toRecount;
    }

    /** The same, and those that were to before and have not been. */
    List<Meeting> recounted() {
        return recounted;
    }

    /** How many rows each report has, by what its documents are called. */
    Map<String, Integer> rows() {
        return rows;
    }
}

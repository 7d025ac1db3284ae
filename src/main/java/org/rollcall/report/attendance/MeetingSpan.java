package org.rollcall.report.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * From when to when a meeting was, and what that makes of the times of its rows. In milliseconds since the epoch.
 *
 * @param start when it began, or {@link RowFacts#UNKNOWN}
 * @param end when it ended, or {@link RowFacts#UNKNOWN}; now for a live one
 * @param live whether it goes on
 * @param earliest a time before this is not of this meeting
 * @param latest a time after this is not of this meeting
 */
record MeetingSpan(long start, long end, boolean live, long earliest, long latest) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** No meeting of Zoom's is longer. */
    private static final long LONGEST = Duration.ofHours(30).toMillis();
    /** So far away rows are of the meeting all the same, where all of them are. */
    private static final long MONTH = Duration.ofDays(31).toMillis();

    /** Of these rows: where the meeting's own times are unknown, those of its rows tell. */
    static MeetingSpan of(AttendanceContext context, List<RowFacts> rows) {
        boolean live = context.now() != null;
        Instant end = live ? context.now() : context.end();
        MeetingSpan told = around(millis(context.start()), millis(end), live, DAY);
        if (rows.stream().noneMatch(told::has)) {
            MeetingSpan wide = around(told.start, told.end, live, MONTH);
            if (rows.stream().anyMatch(wide::has)) {
                // What is said of the meeting is of another day than all that happened in it.
                return new MeetingSpan(RowFacts.UNKNOWN, RowFacts.UNKNOWN, live, wide.earliest, wide.latest)
                        .completed(rows);
            }
        }
        return told.completed(rows);
    }

    private static MeetingSpan around(long start, long end, boolean live, long distance) {
        long earliest = start != RowFacts.UNKNOWN ? start : end != RowFacts.UNKNOWN ? end - LONGEST : Long.MIN_VALUE;
        long latest = end != RowFacts.UNKNOWN ? end : start != RowFacts.UNKNOWN ? start + LONGEST : Long.MAX_VALUE;
        return new MeetingSpan(
                start,
                end,
                live,
                earliest == Long.MIN_VALUE ? earliest : earliest - distance,
                latest == Long.MAX_VALUE ? latest : latest + distance);
    }

    private MeetingSpan completed(List<RowFacts> rows) {
        long firstJoin = Long.MAX_VALUE;
        long lastLeave = Long.MIN_VALUE;
        for (RowFacts row : rows) {
            if (!row.waiting()) {
                firstJoin = has(row.join()) ? Math.min(firstJoin, row.join()) : firstJoin;
                lastLeave = has(row.leave()) ? Math.max(lastLeave, row.leave()) : lastLeave;
            }
        }
        return new MeetingSpan(
                start != RowFacts.UNKNOWN || firstJoin == Long.MAX_VALUE ? start : firstJoin,
                end != RowFacts.UNKNOWN || lastLeave == Long.MIN_VALUE ? end : lastLeave,
                live,
                earliest,
                latest);
    }

    /** How long it was; 0 if that is unknown. */
    long length() {
        return start == RowFacts.UNKNOWN || end == RowFacts.UNKNOWN ? 0 : Math.max(0, end - start);
    }

    /** Whether a time is known and can be of this meeting. */
    boolean has(long time) {
        return time != RowFacts.UNKNOWN && time != RowFacts.OPEN && time >= earliest && time <= latest;
    }

    private boolean has(RowFacts row) {
        return has(row.join()) || has(row.leave());
    }

    /** When a row ends, or {@link RowFacts#UNKNOWN}: with the meeting, where it has no end of its own. */
    long leave(RowFacts row) {
        return row.leave() == RowFacts.OPEN ? end : row.leave();
    }

    /** What is wrong with a row's times; {@code null} if nothing is. */
    Remark flaw(RowFacts row) {
        long leave = leave(row);
        if (row.join() == RowFacts.UNKNOWN || leave == RowFacts.UNKNOWN) {
            return Remark.UNKNOWN_TIME;
        }
        if (!has(row.join()) || !has(leave)) {
            return Remark.OTHER_TIME;
        }
        return leave < row.join() ? Remark.BACKWARD_TIME : null;
    }

    private static long millis(Instant time) {
        return time == null ? RowFacts.UNKNOWN : time.toEpochMilli();
    }
}

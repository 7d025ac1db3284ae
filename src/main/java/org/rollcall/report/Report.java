package org.rollcall.report;

import java.time.Instant;
import java.util.function.Supplier;

/** What is known of a report once its last page is in. */
public final class Report {
    private final Meeting meeting;
    private final MeetingType type;
    private final int rows;
    private final boolean complete;
    private final Instant generatedAt;
    private Supplier<Attendance> fold;
    private Attendance attendance;

    /**
     * @param meeting the meeting it is about
     * @param type what Zoom knows the meeting as
     * @param rows how many rows there are
     * @param complete whether every row Zoom counted is in it; a live meeting is never complete
     * @param generatedAt when the last page was in
     * @param attendance tells who was there; asked once, by the first who wants to know
     */
    public Report(
            Meeting meeting,
            MeetingType type,
            int rows,
            boolean complete,
            Instant generatedAt,
            Supplier<Attendance> attendance) {
        this.meeting = meeting;
        this.type = type;
        this.rows = rows;
        this.complete = complete;
        this.generatedAt = generatedAt;
        this.fold = attendance;
    }

    /** The meeting it is about. */
    public Meeting meeting() {
        return meeting;
    }

    /** What Zoom knows the meeting as. */
    public MeetingType type() {
        return type;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** Whether every row Zoom counted is in it; a live meeting is never complete. */
    public boolean complete() {
        return complete;
    }

    /** When the last page was in. */
    public Instant generatedAt() {
        return generatedAt;
    }

    /** Who was there. Of a large meeting that takes its time, in which documents of rows alone need not wait. */
    public synchronized Attendance attendance() {
        if (fold != null) {
            attendance = fold.get();
            fold = null;
        }
        return attendance;
    }

    /** The same with those people alone in the attendance that pass a filter. */
    public Report filtered(AttendanceFilter filter) {
        return filter.isNone() ? this : with(() -> attendance().filtered(filter));
    }

    /** The same with another attendance. */
    public Report with(Supplier<Attendance> attendance) {
        return new Report(meeting, type, rows, complete, generatedAt, attendance);
    }
}

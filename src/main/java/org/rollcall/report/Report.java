package org.rollcall.report;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceFilter;

/** What is known of a report once its last page is in. */
public final class Report {
    private final Meeting meeting;
    private final Source source;
    private final MeetingType type;
    private final int rows;
    private final boolean complete;
    private final Instant generatedAt;
    private final SortedMap<String, String> otherFields;
    private final boolean erased;
    private Supplier<Attendance> fold;
    private Attendance attendance;

    /**
     * @param meeting the meeting it is about
     * @param source where its participants come from
     * @param type what Zoom knows the meeting as
     * @param rows how many rows there are
     * @param complete whether every row Zoom counted is in it; a live meeting is never complete
     * @param generatedAt when the last page was in
     * @param otherFields the JSON of each field of Zoom's pages that Zoom does not document, by name
     * @param attendance tells who was there; asked once, by the first who wants to know
     */
    public Report(
            Meeting meeting,
            Source source,
            MeetingType type,
            int rows,
            boolean complete,
            Instant generatedAt,
            SortedMap<String, String> otherFields,
            Supplier<Attendance> attendance) {
        this(meeting, source, type, rows, complete, generatedAt, otherFields, false, attendance);
    }

    private Report(
            Meeting meeting,
            Source source,
            MeetingType type,
            int rows,
            boolean complete,
            Instant generatedAt,
            SortedMap<String, String> otherFields,
            boolean erased,
            Supplier<Attendance> attendance) {
        this.meeting = meeting;
        this.source = source;
        this.type = type;
        this.rows = rows;
        this.complete = complete;
        this.generatedAt = generatedAt;
        this.otherFields = Collections.unmodifiableSortedMap(otherFields);
        this.erased = erased;
        this.fold = attendance;
    }

    /** The meeting it is about. */
    public Meeting meeting() {
        return meeting;
    }

    /** Returns the source of its participants. */
    public Source source() {
        return source;
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

    /** Returns the JSON of each field of Zoom's pages that Zoom does not document, by name. */
    public SortedMap<String, String> otherFields() {
        return otherFields;
    }

    /** Returns whether rows were left out because their people's data is erased. */
    public boolean isErased() {
        return erased;
    }

    /** Returns whether nobody is left in it but people whose data is erased: there is nothing to store of it. */
    public boolean isEmptied() {
        return erased && rows == 0 && complete;
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

    /** Returns the same with other words about the meeting. */
    public Report with(Meeting meeting) {
        return new Report(meeting, source, type, rows, complete, generatedAt, otherFields, erased, this::attendance);
    }

    /** The same with another attendance. */
    public Report with(Supplier<Attendance> attendance) {
        return new Report(meeting, source, type, rows, complete, generatedAt, otherFields, erased, attendance);
    }

    /** Returns the same as one that people were left out of whose data is erased. */
    public Report withErased() {
        return new Report(meeting, source, type, rows, complete, generatedAt, otherFields, true, this::attendance);
    }
}

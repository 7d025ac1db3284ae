package org.rollcall.report;

import java.time.Instant;

/**
 * What is known of a report once its last page is in.
 *
 * @param meeting the meeting it is about
 * @param type what Zoom knows the meeting as
 * @param rows how many rows there are
 * @param complete whether every row Zoom counted is in it; a live meeting is never complete
 * @param generatedAt when the last page was in
 * @param attendance who was there
 */
public record Report(
        Meeting meeting, MeetingType type, int rows, boolean complete, Instant generatedAt, Attendance attendance) {

    /** The same with those people alone in the attendance that pass a filter. */
    public Report filtered(AttendanceFilter filter) {
        return filter.isNone() ? this : with(attendance.filtered(filter));
    }

    /** The same with another attendance. */
    public Report with(Attendance attendance) {
        return new Report(meeting, type, rows, complete, generatedAt, attendance);
    }
}

package org.rollcall.lambda.event;

import java.util.List;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.zoom.source.MeetingQuery;

/**
 * A report that is asked for.
 *
 * @param query which participants
 * @param formats the documents
 * @param filter who counts as having attended
 * @param attendance what the request says of who should have been there, and when
 */
public record ReportRequest(
        MeetingQuery query, List<ReportFormat> formats, AttendanceFilter filter, AttendanceFields attendance) {
    /** One with everybody in the attendance, of which nothing more is said. */
    public ReportRequest(MeetingQuery query, List<ReportFormat> formats) {
        this(query, formats, AttendanceFilter.NONE, AttendanceFields.NONE);
    }

    public ReportRequest {
        formats = List.copyOf(formats);
    }

    /** Returns a request for the same documents about other participants. */
    public ReportRequest of(MeetingQuery other) {
        return new ReportRequest(other, formats, filter, attendance);
    }
}

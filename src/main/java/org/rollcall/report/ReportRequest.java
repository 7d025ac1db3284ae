package org.rollcall.report;

import java.util.List;

/**
 * What a door asks for.
 *
 * @param meetingId ID or UUID, as Zoom shows it
 * @param types the types to look for the meeting as, in this order; the first that Zoom knows it as counts
 * @param includeFields Zoom's {@code include_fields}; {@code null} for none
 * @param formats names of the document formats
 * @param known what is known of the meeting without asking Zoom; {@code null} to ask
 * @param attendance who counts as having attended
 */
public record ReportRequest(
        String meetingId,
        List<MeetingType> types,
        String includeFields,
        List<String> formats,
        Meeting known,
        AttendanceFilter attendance) {

    /** With everybody in the attendance. */
    public ReportRequest(
            String meetingId, List<MeetingType> types, String includeFields, List<String> formats, Meeting known) {
        this(meetingId, types, includeFields, formats, known, AttendanceFilter.NONE);
    }

    public ReportRequest {
        types = List.copyOf(types);
        formats = List.copyOf(formats);
    }
}

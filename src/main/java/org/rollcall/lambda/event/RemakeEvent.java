package org.rollcall.lambda.event;

import java.time.LocalDate;
import java.util.List;
import org.rollcall.format.ReportFormat;

/**
 * An event that asks for the documents of stored reports to be made anew, without Zoom.
 *
 * @param meetingId the meeting's number
 * @param from the first day, in UTC; {@code null} without a beginning
 * @param to the last day; {@code null} without an end
 * @param formats the documents; empty for those of the settings
 * @param after the UUID of the last report that is made anew already, in the order of the index; {@code null} for none
 */
public record RemakeEvent(String meetingId, LocalDate from, LocalDate to, List<ReportFormat> formats, String after)
        implements Event {
    public RemakeEvent {
        formats = List.copyOf(formats);
    }

    /** Returns what is left of it after a report. */
    public RemakeEvent startingAfter(String uuid) {
        return new RemakeEvent(meetingId, from, to, formats, uuid);
    }
}

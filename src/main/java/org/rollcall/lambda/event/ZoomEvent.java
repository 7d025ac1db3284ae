package org.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;

/**
 * Zoom's event of a meeting or webinar that has ended.
 *
 * @param id its UUID where there is one: a number is every instance's
 * @param meeting what the event says of it
 * @see <a href="https://developers.zoom.us/docs/api/meetings/events/">Zoom reference: Meetings events</a>
 */
public record ZoomEvent(MeetingId id, Meeting meeting) {
    /** Returns the kind of what has ended; nothing for another event. */
    public static Optional<MeetingKind> ended(String event) {
        return switch (event) {
            case "meeting.ended" -> Optional.of(MeetingKind.MEETING);
            case "webinar.ended" -> Optional.of(MeetingKind.WEBINAR);
            default -> Optional.empty();
        };
    }

    /**
     * Reads the event.
     *
     * @param body the event's body
     * @throws InvalidRequestException when it has no ID
     */
    public static ZoomEvent read(MeetingKind kind, JsonNode body) {
        Meeting meeting = MeetingFields.meeting(kind, body.path("payload").path("object"), null);
        return new ZoomEvent(
                meeting.uuid() != null
                        ? MeetingFields.id("payload.object.uuid", kind, meeting.uuid())
                        : MeetingFields.id("payload.object.id", kind, meeting.id()),
                meeting);
    }
}

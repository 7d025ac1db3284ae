package org.rollcall.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;
import org.rollcall.report.Times;

/** What an event tells of a meeting, by Zoom's names. Zoom writes numbers and strings for one another. */
public final class MeetingFields {

    private MeetingFields() {}

    /**
     * The meeting; what is not in the object, or no scalar there, is unknown.
     *
     * @param askedId the ID it is asked for by, for when the object tells none; can be {@code null}
     */
    public static Meeting of(JsonNode object, String askedId) {
        String id = text(object.path("id"));
        String uuid = text(object.path("uuid"));
        return new Meeting(
                id != null ? id : uuid != null ? uuid : askedId,
                uuid,
                text(object.path("topic")),
                Times.parse(text(object.path("start_time"))),
                Times.parse(text(object.path("end_time"))),
                text(object.path("timezone")));
    }

    /**
     * The request for the report of a meeting that has ended, by its UUID where there is one: a number is every
     * instance's.
     *
     * @param object {@code payload.object} of {@code meeting.ended}
     * @throws InvalidRequestException when it has no ID
     */
    public static ReportRequest ended(JsonNode object, List<String> formats) {
        Meeting meeting = of(object, null);
        String meetingId = meeting.uuid() != null
                ? MeetingIds.check("payload.object.uuid", meeting.uuid())
                : MeetingIds.check("payload.object.id", meeting.id());
        return new ReportRequest(meetingId, MeetingType.ENDED, null, formats, meeting);
    }

    /** A scalar's text, fit to be written as UTF-8; {@code null} of anything else, and where it is blank. */
    public static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        // JSON can spell half a character (a lone surrogate), which no document can hold.
        return new String(value.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

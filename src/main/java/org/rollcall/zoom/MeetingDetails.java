package org.rollcall.zoom;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.rollcall.report.Meeting;
import org.rollcall.report.Times;

/** What Zoom tells of a meeting (reference: Get meeting details, Dashboards). Every field can be absent. */
@RegisterForReflection
record MeetingDetails(
        @JsonProperty("uuid") String uuid,
        @JsonProperty("id") String id,
        @JsonProperty("topic") String topic,
        @JsonProperty("start_time") String startTime,
        @JsonProperty("end_time") String endTime) {

    /** @param knownId for when Zoom does not say */
    Meeting toMeeting(String knownId) {
        return new Meeting(
                isBlank(id) ? knownId : id,
                isBlank(uuid) ? null : uuid,
                topic,
                Times.parse(startTime),
                Times.parse(endTime),
                null);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

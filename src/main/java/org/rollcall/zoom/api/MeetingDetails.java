package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Times;

/**
 * What Zoom has of a meeting or webinar, by whichever API. Every field can be absent.
 *
 * @param host {@code host} in the dashboard, {@code user_name} elsewhere
 * @param email the host's: {@code email} in the dashboard, {@code user_email} elsewhere
 * @param participants {@code participants} in the dashboard, {@code participants_count} elsewhere
 */
@RegisterForReflection
public record MeetingDetails(
        @JsonProperty("uuid") String uuid,
        @JsonProperty("id") String id,
        @JsonProperty("topic") String topic,
        @JsonProperty("start_time") String startTime,
        @JsonProperty("end_time") String endTime,
        @JsonProperty("timezone") String timezone,
        @JsonProperty("host") @JsonAlias("user_name") String host,
        @JsonProperty("email") @JsonAlias("user_email") String email,
        @JsonProperty("participants") @JsonAlias("participants_count") String participants,
        @JsonProperty("type") String type) {
    /** @param knownId for when Zoom gives none */
    public Meeting toMeeting(MeetingKind kind, String knownId) {
        String number = text(id);
        return new Meeting(
                kind,
                number == null ? knownId : number,
                text(uuid),
                topic,
                Times.parse(startTime),
                Times.parse(endTime),
                text(timezone),
                text(host),
                text(email),
                number(participants),
                number(type));
    }

    static String text(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    static Integer number(String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }
}

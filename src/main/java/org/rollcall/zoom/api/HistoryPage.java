package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Times;

/**
 * One page of the list of past meetings and webinars in Zoom's reports.
 *
 * @param nextPageToken what to ask the next page with; empty or {@code null} on the last
 */
@RegisterForReflection
public record HistoryPage(
        @JsonProperty("next_page_token") String nextPageToken, @JsonProperty("history_meetings") List<Entry> meetings) {
    /** One meeting or webinar. Every field can be absent. */
    @RegisterForReflection
    public record Entry(
            @JsonProperty("meeting_uuid") String uuid,
            @JsonProperty("meeting_id") String id,
            @JsonProperty("type") String type,
            @JsonProperty("topic") String topic,
            @JsonProperty("host_display_name") String host,
            @JsonProperty("host_email") String hostEmail,
            @JsonProperty("start_time") String startTime,
            @JsonProperty("end_time") String endTime,
            @JsonProperty("participants") String participants) {
        /** Returns the instance; without an ID of its own it has its UUID as such. */
        public Meeting toMeeting() {
            String known = MeetingDetails.text(uuid);
            String number = MeetingDetails.text(id);
            return new Meeting(
                    type != null && type.toLowerCase(Locale.ROOT).contains("webinar")
                            ? MeetingKind.WEBINAR
                            : MeetingKind.MEETING,
                    number == null ? known : number,
                    known,
                    topic,
                    Times.parse(startTime),
                    Times.parse(endTime),
                    null,
                    MeetingDetails.text(host),
                    MeetingDetails.text(hostEmail),
                    MeetingDetails.number(participants),
                    null);
        }
    }
}

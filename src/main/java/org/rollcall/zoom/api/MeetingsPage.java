package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * One page of the dashboard's list of meetings or webinars.
 *
 * @param nextPageToken what to ask the next page with; empty or {@code null} on the last
 * @param meetings of a list of meetings
 * @param webinars of a list of webinars
 */
@RegisterForReflection
public record MeetingsPage(
        @JsonProperty("next_page_token") String nextPageToken,
        @JsonProperty("meetings") List<MeetingDetails> meetings,
        @JsonProperty("webinars") List<MeetingDetails> webinars) {
    /** Returns the entries; {@code null} where the page has no list. */
    public List<MeetingDetails> entries() {
        return meetings != null ? meetings : webinars;
    }
}

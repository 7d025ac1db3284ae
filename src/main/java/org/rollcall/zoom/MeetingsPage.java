package org.rollcall.zoom;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * One page of Zoom's list of meetings (reference: List meetings, Dashboards).
 *
 * @param nextPageToken what to ask the next page with; empty or {@code null} on the last
 */
@RegisterForReflection
record MeetingsPage(
        @JsonProperty("next_page_token") String nextPageToken,
        @JsonProperty("meetings") List<MeetingDetails> meetings) {

    boolean isLast() {
        return nextPageToken == null || nextPageToken.isEmpty();
    }
}

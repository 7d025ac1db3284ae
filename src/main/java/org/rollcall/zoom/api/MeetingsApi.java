package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomErrorAnswer;
import org.rollcall.zoom.http.ZoomRequests;

/**
 * What Zoom's Meetings and Webinars APIs have of scheduled meetings and webinars. Every method throws
 * {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/meetings">Zoom reference: Meetings</a>
 */
@Singleton
public class MeetingsApi {
    private final ZoomRequests requests;
    private final Settings settings;

    MeetingsApi(ZoomRequests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * Get a meeting, get a webinar.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id the number
     */
    public Scheduled scheduled(String authorization, String collection, String id, boolean showPreviousOccurrences) {
        return requests.get(
                Scheduled.class,
                authorization,
                settings.zoomApiUrl(),
                "/" + collection + "/" + id,
                "show_previous_occurrences",
                showPreviousOccurrences);
    }

    /**
     * List meeting registrants, list webinar registrants.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id the number
     * @param status {@code approved}, {@code pending} or {@code denied}
     * @param nextPageToken {@code null} for the first page
     */
    public RegistrantsPage registrants(
            String authorization, String collection, String id, String status, int pageSize, String nextPageToken) {
        return requests.get(
                RegistrantsPage.class,
                authorization,
                settings.zoomApiUrl(),
                "/" + collection + "/" + id + "/registrants",
                "status",
                status,
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken);
    }

    /**
     * When a meeting or webinar is to take place. Every field can be absent.
     *
     * @param duration minutes
     * @param occurrences of one that recurs at fixed times
     */
    @RegisterForReflection
    public record Scheduled(
            @JsonProperty("start_time") String startTime,
            @JsonProperty("duration") Integer duration,
            @JsonProperty("timezone") String timezone,
            @JsonProperty("occurrences") List<Occurrence> occurrences) {}

    /** One of several times. */
    @RegisterForReflection
    public record Occurrence(
            @JsonProperty("start_time") String startTime,
            @JsonProperty("duration") Integer duration,
            @JsonProperty("status") String status) {}

    /**
     * One page of registrants.
     *
     * @param nextPageToken what to ask the next page with; empty or {@code null} on the last
     */
    @RegisterForReflection
    public record RegistrantsPage(
            @JsonProperty("next_page_token") String nextPageToken,
            @JsonProperty("registrants") List<Registrant> registrants) {}

    /** Who has registered. Every field can be absent. */
    @RegisterForReflection
    public record Registrant(
            @JsonProperty("id") String id,
            @JsonProperty("email") String email,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {
        /** Returns the whole name; empty where there is none. */
        public String name() {
            return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
        }
    }
}

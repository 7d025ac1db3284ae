package org.rollcall.zoom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.rollcall.zoom.http.FormEncoded;
import org.rollcall.zoom.http.ZoomErrorAnswer;

/**
 * What Zoom's Meetings and Webinars APIs have of scheduled meetings and webinars. Every method throws
 * {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/meetings">Zoom reference: Meetings</a>
 */
@RegisterForProxy
@RegisterForReflection
@Headers({"Accept: application/json", "Authorization: {authorization}"})
public interface MeetingsApi {
    /**
     * Get a meeting, get a webinar.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id the number
     */
    @RequestLine(
            value = "GET /{collection}/{id}?show_previous_occurrences={show_previous_occurrences}",
            decodeSlash = false)
    Scheduled scheduled(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("show_previous_occurrences") boolean showPreviousOccurrences);

    /**
     * List meeting registrants, list webinar registrants.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id the number
     * @param status {@code approved}, {@code pending} or {@code denied}
     * @param nextPageToken {@code null} for the first page
     */
    @RequestLine(
            value =
                    "GET /{collection}/{id}/registrants?status={status}&page_size={page_size}&next_page_token={next_page_token}",
            decodeSlash = false)
    RegistrantsPage registrants(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("status") String status,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken);

    /**
     * When a meeting or webinar is to take place. Every field can be absent.
     *
     * @param duration minutes
     * @param occurrences of one that recurs at fixed times
     */
    @RegisterForReflection
    record Scheduled(
            @JsonProperty("start_time") String startTime,
            @JsonProperty("duration") Integer duration,
            @JsonProperty("timezone") String timezone,
            @JsonProperty("occurrences") List<Occurrence> occurrences) {}

    /** One of several times. */
    @RegisterForReflection
    record Occurrence(
            @JsonProperty("start_time") String startTime,
            @JsonProperty("duration") Integer duration,
            @JsonProperty("status") String status) {}

    /**
     * One page of registrants.
     *
     * @param nextPageToken what to ask the next page with; empty or {@code null} on the last
     */
    @RegisterForReflection
    record RegistrantsPage(
            @JsonProperty("next_page_token") String nextPageToken,
            @JsonProperty("registrants") List<Registrant> registrants) {}

    /** Who has registered. Every field can be absent. */
    @RegisterForReflection
    record Registrant(
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

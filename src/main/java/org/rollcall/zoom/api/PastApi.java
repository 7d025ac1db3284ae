package org.rollcall.zoom.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.InputStream;
import org.rollcall.zoom.http.FormEncoded;
import org.rollcall.zoom.http.ZoomErrorAnswer;

/**
 * What Zoom's Meetings and Webinars APIs have of past instances. Every method throws {@link ZoomErrorAnswer} when Zoom
 * answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/meetings">Zoom reference: Meetings</a>
 */
@RegisterForProxy
@RegisterForReflection
@Headers({"Accept: application/json", "Authorization: {authorization}"})
public interface PastApi {
    /**
     * Get past meeting participants, get webinar participants.
     *
     * @param collection {@code past_meetings} or {@code past_webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     */
    @RequestLine(
            value = "GET /{collection}/{id}/participants?page_size={page_size}&next_page_token={next_page_token}",
            decodeSlash = false)
    InputStream participants(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken);

    /**
     * Get past meeting details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @RequestLine(value = "GET /past_meetings/{id}", decodeSlash = false)
    MeetingDetails details(@Param("authorization") String authorization, @Param("id") String id);
}

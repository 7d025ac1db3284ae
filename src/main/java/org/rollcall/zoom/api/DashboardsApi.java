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
 * Zoom's Dashboards API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/dashboards">Zoom reference: Dashboards</a>
 */
@RegisterForProxy
@RegisterForReflection
@Headers({"Accept: application/json", "Authorization: {authorization}"})
public interface DashboardsApi {
    /**
     * List meeting participants, list webinar participants. The page is left to {@link ParticipantsPageReader}, which
     * begins before all of it is there.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     * @param includeFields {@code null} for none
     */
    @RequestLine(
            value =
                    "GET /metrics/{collection}/{id}/participants?type={type}&page_size={page_size}&next_page_token={next_page_token}&include_fields={include_fields}",
            decodeSlash = false)
    InputStream participants(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("type") String type,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken,
            @Param(value = "include_fields", expander = FormEncoded.class) String includeFields);

    /**
     * Get meeting details, get webinar details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @RequestLine(value = "GET /metrics/{collection}/{id}?type={type}", decodeSlash = false)
    MeetingDetails details(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("type") String type);

    /**
     * List meetings, list webinars.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param nextPageToken {@code null} for the first page
     */
    @RequestLine(
            "GET /metrics/{collection}?type={type}&from={from}&to={to}&page_size={page_size}&next_page_token={next_page_token}")
    MeetingsPage list(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("type") String type,
            @Param("from") String from,
            @Param("to") String to,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken);
}

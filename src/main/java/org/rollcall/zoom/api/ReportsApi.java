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
 * Zoom's Reports API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/reports">Zoom reference: Reports</a>
 */
@RegisterForProxy
@RegisterForReflection
@Headers({"Accept: application/json", "Authorization: {authorization}"})
public interface ReportsApi {
    /**
     * Get meeting participant reports, get webinar participant reports.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     * @param includeFields {@code null} for none
     */
    @RequestLine(
            value =
                    "GET /report/{collection}/{id}/participants?page_size={page_size}&next_page_token={next_page_token}&include_fields={include_fields}",
            decodeSlash = false)
    InputStream participants(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken,
            @Param(value = "include_fields", expander = FormEncoded.class) String includeFields);

    /**
     * Get meeting detail reports, get webinar detail reports.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @RequestLine(value = "GET /report/{collection}/{id}", decodeSlash = false)
    MeetingDetails details(
            @Param("authorization") String authorization,
            @Param("collection") String collection,
            @Param("id") String id);

    /**
     * Get history meeting and webinar list.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param dateType {@code start_time} or {@code end_time}
     * @param meetingType {@code meeting}, {@code webinar} or {@code all}
     * @param nextPageToken {@code null} for the first page
     */
    @RequestLine(
            "GET /report/history_meetings?from={from}&to={to}&date_type={date_type}&meeting_type={meeting_type}&page_size={page_size}&next_page_token={next_page_token}")
    HistoryPage history(
            @Param("authorization") String authorization,
            @Param("from") String from,
            @Param("to") String to,
            @Param("date_type") String dateType,
            @Param("meeting_type") String meetingType,
            @Param("page_size") int pageSize,
            @Param(value = "next_page_token", expander = FormEncoded.class) String nextPageToken);
}

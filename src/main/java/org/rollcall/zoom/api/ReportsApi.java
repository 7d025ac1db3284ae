package org.rollcall.zoom.api;

import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Zoom's Reports API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/reports">Zoom reference: Reports</a>
 */
@RegisterRestClient
@RegisterProvider(ZoomErrorMapper.class)
@RegisterProvider(ZoomConnections.class)
@Path("/report")
public interface ReportsApi {
    /**
     * Get meeting participant reports, get webinar participant reports.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     * @param includeFields {@code null} for none
     */
    @GET
    @Path("/{collection}/{id}/participants")
    InputStream participants(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @Encoded @PathParam("id") String id,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken,
            @QueryParam("include_fields") String includeFields);

    /**
     * Get meeting detail reports, get webinar detail reports.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @GET
    @Path("/{collection}/{id}")
    MeetingDetails details(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @Encoded @PathParam("id") String id);

    /**
     * Get history meeting and webinar list.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param dateType {@code start_time} or {@code end_time}
     * @param meetingType {@code meeting}, {@code webinar} or {@code all}
     * @param nextPageToken {@code null} for the first page
     */
    @GET
    @Path("/history_meetings")
    HistoryPage history(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("date_type") String dateType,
            @QueryParam("meeting_type") String meetingType,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken);
}

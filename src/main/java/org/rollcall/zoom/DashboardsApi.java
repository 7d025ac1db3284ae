package org.rollcall.zoom;

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
 * Zoom's Dashboards API (reference: Dashboards, Meetings). Every method throws {@link ZoomErrorAnswer} when Zoom
 * answers with anything but 200.
 */
@RegisterRestClient
@RegisterProvider(ZoomErrorMapper.class)
@RegisterProvider(ZoomConnections.class)
@Path("/metrics/meetings")
public interface DashboardsApi {
    /** The largest page Zoom gives. */
    int PAGE_SIZE = 300;

    /**
     * List meeting participants. The page is left to {@link ParticipantsPageReader}, which begins before all of it is
     * there.
     *
     * @param meetingId as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     * @param includeFields {@code null} for none
     */
    @GET
    @Path("/{meetingId}/participants")
    InputStream participants(
            @HeaderParam("Authorization") String authorization,
            @Encoded @PathParam("meetingId") String meetingId,
            @QueryParam("type") String type,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken,
            @QueryParam("include_fields") String includeFields);

    /**
     * Get meeting details.
     *
     * @param meetingId as {@link MeetingIdSegment} encodes it
     */
    @GET
    @Path("/{meetingId}")
    MeetingDetails meeting(
            @HeaderParam("Authorization") String authorization,
            @Encoded @PathParam("meetingId") String meetingId,
            @QueryParam("type") String type);

    /**
     * List meetings.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param nextPageToken {@code null} for the first page
     */
    @GET
    MeetingsPage meetings(
            @HeaderParam("Authorization") String authorization,
            @QueryParam("type") String type,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken);
}

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
 * Zoom's Dashboards API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/dashboards">Zoom reference: Dashboards</a>
 */
@RegisterRestClient
@RegisterProvider(ZoomErrorMapper.class)
@RegisterProvider(ZoomConnections.class)
@Path("/metrics/{collection}")
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
    @GET
    @Path("/{id}/participants")
    InputStream participants(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @Encoded @PathParam("id") String id,
            @QueryParam("type") String type,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken,
            @QueryParam("include_fields") String includeFields);

    /**
     * Get meeting details, get webinar details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @GET
    @Path("/{id}")
    MeetingDetails details(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @Encoded @PathParam("id") String id,
            @QueryParam("type") String type);

    /**
     * List meetings, list webinars.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param nextPageToken {@code null} for the first page
     */
    @GET
    MeetingsPage list(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @QueryParam("type") String type,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken);
}

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
 * What Zoom's Meetings and Webinars APIs have of past instances. Every method throws {@link ZoomErrorAnswer} when Zoom
 * answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/meetings">Zoom reference: Meetings</a>
 */
@RegisterRestClient
@RegisterProvider(ZoomErrorMapper.class)
@RegisterProvider(ZoomConnections.class)
@Path("/")
public interface PastApi {
    /**
     * Get past meeting participants, get webinar participants.
     *
     * @param collection {@code past_meetings} or {@code past_webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     */
    @GET
    @Path("/{collection}/{id}/participants")
    InputStream participants(
            @HeaderParam("Authorization") String authorization,
            @PathParam("collection") String collection,
            @Encoded @PathParam("id") String id,
            @QueryParam("page_size") int pageSize,
            @QueryParam("next_page_token") String nextPageToken);

    /**
     * Get past meeting details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    @GET
    @Path("/past_meetings/{id}")
    MeetingDetails details(@HeaderParam("Authorization") String authorization, @Encoded @PathParam("id") String id);
}

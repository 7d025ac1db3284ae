package org.rollcall.zoom.api;

import jakarta.inject.Singleton;
import java.io.InputStream;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomErrorAnswer;
import org.rollcall.zoom.http.ZoomRequests;

/**
 * Zoom's Dashboards API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/dashboards">Zoom reference: Dashboards</a>
 */
@Singleton
public class DashboardsApi {
    private final ZoomRequests requests;
    private final Settings settings;

    DashboardsApi(ZoomRequests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * List meeting participants, list webinar participants. The page is left to {@link ParticipantsPageReader}, which
     * begins before all of it is there.
     *
     * @param collection {@code meetings} or {@code webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     * @param includeFields {@code null} for none
     */
    public InputStream participants(
            String authorization,
            String collection,
            String id,
            String type,
            int pageSize,
            String nextPageToken,
            String includeFields) {
        return requests.get(
                authorization,
                settings.zoomApiUrl(),
                path(collection) + "/" + id + "/participants",
                "type",
                type,
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken,
                "include_fields",
                includeFields);
    }

    /**
     * Get meeting details, get webinar details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    public MeetingDetails details(String authorization, String collection, String id, String type) {
        return requests.get(
                MeetingDetails.class, authorization, settings.zoomApiUrl(), path(collection) + "/" + id, "type", type);
    }

    /**
     * List meetings, list webinars.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param nextPageToken {@code null} for the first page
     */
    public MeetingsPage list(
            String authorization,
            String collection,
            String type,
            String from,
            String to,
            int pageSize,
            String nextPageToken) {
        return requests.get(
                MeetingsPage.class,
                authorization,
                settings.zoomApiUrl(),
                path(collection),
                "type",
                type,
                "from",
                from,
                "to",
                to,
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken);
    }

    private static String path(String collection) {
        return "/metrics/" + collection;
    }
}

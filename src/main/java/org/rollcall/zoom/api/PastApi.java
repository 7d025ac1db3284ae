package org.rollcall.zoom.api;

import jakarta.inject.Singleton;
import java.io.InputStream;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomErrorAnswer;
import org.rollcall.zoom.http.ZoomRequests;

/**
 * What Zoom's Meetings and Webinars APIs have of past instances. Every method throws {@link ZoomErrorAnswer} when Zoom
 * answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/meetings">Zoom reference: Meetings</a>
 */
@Singleton
public class PastApi {
    private final ZoomRequests requests;
    private final Settings settings;

    PastApi(ZoomRequests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * Get past meeting participants, get webinar participants.
     *
     * @param collection {@code past_meetings} or {@code past_webinars}
     * @param id as {@link MeetingIdSegment} encodes it
     * @param nextPageToken {@code null} for the first page
     */
    public InputStream participants(
            String authorization, String collection, String id, int pageSize, String nextPageToken) {
        return requests.get(
                authorization,
                settings.zoomApiUrl(),
                "/" + collection + "/" + id + "/participants",
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken);
    }

    /**
     * Get past meeting details.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    public MeetingDetails details(String authorization, String id) {
        return requests.get(MeetingDetails.class, authorization, settings.zoomApiUrl(), "/past_meetings/" + id);
    }
}

package org.rollcall.zoom.api;

import jakarta.inject.Singleton;
import java.io.InputStream;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.http.ZoomErrorAnswer;
import org.rollcall.zoom.http.ZoomRequests;

/**
 * Zoom's Reports API. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200.
 *
 * @see <a href="https://developers.zoom.us/docs/api/meetings/#tag/reports">Zoom reference: Reports</a>
 */
@Singleton
public class ReportsApi {
    private final ZoomRequests requests;
    private final Settings settings;

    ReportsApi(ZoomRequests requests, Settings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * Get meeting participant reports, get webinar participant reports.
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
            int pageSize,
            String nextPageToken,
            String includeFields) {
        return requests.get(
                authorization,
                settings.zoomApiUrl(),
                "/report/" + collection + "/" + id + "/participants",
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken,
                "include_fields",
                includeFields);
    }

    /**
     * Get meeting detail reports, get webinar detail reports.
     *
     * @param id as {@link MeetingIdSegment} encodes it
     */
    public MeetingDetails details(String authorization, String collection, String id) {
        return requests.get(
                MeetingDetails.class, authorization, settings.zoomApiUrl(), "/report/" + collection + "/" + id);
    }

    /**
     * Get history meeting and webinar list.
     *
     * @param from the first day, as {@code YYYY-MM-DD}
     * @param to the last day; from one to the other it is a month at most
     * @param dateType {@code start_time} or {@code end_time}
     * @param meetingType {@code meeting}, {@code webinar} or {@code all}
     * @param nextPageToken {@code null} for the first page
     */
    public HistoryPage history(
            String authorization,
            String from,
            String to,
            String dateType,
            String meetingType,
            int pageSize,
            String nextPageToken) {
        return requests.get(
                HistoryPage.class,
                authorization,
                settings.zoomApiUrl(),
                "/report/history_meetings",
                "from",
                from,
                "to",
                to,
                "date_type",
                dateType,
                "meeting_type",
                meetingType,
                "page_size",
                pageSize,
                "next_page_token",
                nextPageToken);
    }
}

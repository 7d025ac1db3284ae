package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.rollcall.report.InvalidSettingException;
import org.rollcall.report.ReportRequest;

/** The way to Zoom. */
@Singleton
public class Zoom {
    private final DashboardsApi dashboards;
    private final AccessTokens tokens;
    private final ZoomSecrets secrets;
    private final ZoomSettings settings;
    private final TrafficCounters traffic = new TrafficCounters();
    private final ListPace listPace;
    private final ExecutorService executor;

    /**
     * @param executor for two pages at most, and for the meeting's details beside them
     * @throws InvalidSettingException when a setting that Zoom is reached with is missing or malformed
     */
    Zoom(
            @RestClient DashboardsApi dashboards,
            AccessTokens tokens,
            ZoomSecrets secrets,
            ZoomSettings settings,
            ListPace listPace,
            ExecutorService executor) {
        this.dashboards = dashboards;
        this.tokens = tokens;
        this.secrets = secrets;
        this.settings = settings;
        this.listPace = listPace;
        this.executor = executor;
        secrets.checkCredentials();
    }

    /**
     * Finds a meeting.
     *
     * @param deadline when every page has to be there
     * @throws MeetingNotFoundException when Zoom knows it as none of the types asked for
     * @throws ZoomException when Zoom does not tell
     */
    public ZoomMeeting meeting(ReportRequest request, Deadline deadline) {
        return new ZoomMeeting(
                request, calls(deadline), new InTime("meeting " + request.meetingId(), executor, deadline));
    }

    /**
     * The meetings of some days that have ended. Nothing is asked for yet.
     *
     * @param from the first day, by Zoom's own count of days; within the last six months
     * @param to the last day, within a month of the first
     * @param deadline when every page has to be there
     */
    public PastMeetings pastMeetings(LocalDate from, LocalDate to, Deadline deadline) {
        InTime inTime = new InTime("the list of meetings of " + from + " to " + to, executor, deadline);
        return new PastMeetings(from, to, calls(deadline), inTime);
    }

    private ZoomCalls calls(Deadline deadline) {
        return new ZoomCalls(dashboards, tokens, secrets, settings, listPace, deadline, traffic);
    }

    /** What went to Zoom since the function started. */
    public ZoomTraffic traffic() {
        return traffic.now();
    }
}

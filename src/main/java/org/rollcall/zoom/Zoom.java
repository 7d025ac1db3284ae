package org.rollcall.zoom;

import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "zoom-pages");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws InvalidSettingException when a setting that Zoom is reached with is missing or malformed */
    Zoom(@RestClient DashboardsApi dashboards, AccessTokens tokens, ZoomSecrets secrets, ZoomSettings settings) {
        this.dashboards = dashboards;
        this.tokens = tokens;
        this.secrets = secrets;
        this.settings = settings;
        secrets.check();
    }

    /**
     * Finds a meeting.
     *
     * @param deadline when every page has to be there
     * @throws MeetingNotFoundException when Zoom knows it as none of the types asked for
     * @throws ZoomException when Zoom does not tell
     */
    public ZoomMeeting meeting(ReportRequest request, Deadline deadline) {
        ZoomCalls calls = new ZoomCalls(dashboards, tokens, secrets, settings, deadline, traffic);
        return new ZoomMeeting(request, calls, new InTime(request.meetingId(), executor, deadline));
    }

    /** What went to Zoom since the function started. */
    public ZoomTraffic traffic() {
        return traffic.now();
    }
}

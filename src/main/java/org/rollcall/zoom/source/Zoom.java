package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.call.AccessTokens;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.call.TrafficCounters;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.call.ZoomSecrets;
import org.rollcall.zoom.call.ZoomTraffic;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.ZoomException;

/** What is asked of Zoom. */
@Singleton
public class Zoom {
    private final Sources sources;
    private final DashboardLists dashboardLists;
    private final HistoryList historyList;
    private final Refusals refusals;
    private final ScheduledMeetings scheduled;
    private final AccessTokens tokens;
    private final ZoomSecrets secrets;
    private final Settings settings;
    private final ExecutorService executor;
    private final TrafficCounters traffic = new TrafficCounters();

    /** @param executor for two pages at most, and for the meeting's details beside them */
    Zoom(
            Sources sources,
            DashboardLists dashboardLists,
            HistoryList historyList,
            Refusals refusals,
            ScheduledMeetings scheduled,
            AccessTokens tokens,
            ZoomSecrets secrets,
            Settings settings,
            ExecutorService executor) {
        this.sources = sources;
        this.dashboardLists = dashboardLists;
        this.historyList = historyList;
        this.refusals = refusals;
        this.scheduled = scheduled;
        this.tokens = tokens;
        this.secrets = secrets;
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * Finds a meeting or webinar.
     *
     * @param deadline when every page has to be there
     * @throws MeetingNotFoundException when Zoom has it as none of the types asked for
     * @throws ZoomException when Zoom does not answer
     * @throws InvalidSettingException when a setting that Zoom is reached with is missing or malformed
     */
    public ZoomMeeting meeting(MeetingQuery query, Deadline deadline) {
        ZoomCalls calls = calls(deadline);
        return new ZoomMeeting(
                query,
                calls,
                calls.inTime(query.id().toString()),
                sources.of(query.sources()),
                refusals,
                scheduled,
                settings.mailsHost());
    }

    /**
     * Returns which instance a number stands for: the latest. Takes one call where the first source has it as the first
     * type.
     *
     * @param query by a number
     * @param deadline when the answer has to be there
     * @return empty when no source may say
     * @throws MeetingNotFoundException when Zoom has none as any of the types asked for
     * @throws ZoomException when Zoom does not answer
     * @throws InvalidSettingException when a setting that Zoom is reached with is missing or malformed
     */
    public Optional<LatestInstance> latest(MeetingQuery query, Deadline deadline) {
        ZoomCalls calls = calls(deadline);
        return new FindLatest(query, calls, calls.inTime(query.id().toString()), sources.of(query.sources()), refusals)
                .find();
    }

    /**
     * Returns the meetings and webinars of some days that have ended. Nothing is asked for yet.
     *
     * @param from the first day, by Zoom's own count of days; within the last six months
     * @param to the last day, within a month of the first
     * @param deadline when every page has to be there
     * @throws InvalidSettingException when a setting that Zoom is reached with is missing or malformed
     */
    public PastMeetings pastMeetings(LocalDate from, LocalDate to, Deadline deadline) {
        return new PastMeetings(
                new PastMeetings.ListDays(from, to),
                calls(deadline),
                settings.zoomSources(),
                dashboardLists,
                historyList,
                refusals);
    }

    /** Returns what went to Zoom since the function started. */
    public ZoomTraffic traffic() {
        return traffic.now();
    }

    private ZoomCalls calls(Deadline deadline) {
        // Checked here, as the clients themselves take any text for a URL.
        settings.zoomApiUrl();
        settings.zoomOauthUrl();
        secrets.checkCredentials();
        return new ZoomCalls(tokens, secrets, settings, deadline, traffic, executor);
    }
}

package org.rollcall.zoom;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.AuthorisedRequests.Asked;

/**
 * The calls to Zoom that one report or one list takes: authorised, counted, tried again when a failure passes, and
 * ended by a deadline.
 */
public final class ZoomCalls {
    private final DashboardsApi dashboards;
    private final ListPace listPace;
    private final Deadline deadline;
    private final ZoomErrors errors;
    private final RetriedRequests retried;
    private final AuthorisedRequests authorised;

    ZoomCalls(
            DashboardsApi dashboards,
            AccessTokens tokens,
            ZoomSecrets secrets,
            ZoomSettings settings,
            ListPace listPace,
            Deadline deadline,
            TrafficCounters traffic) {
        this.dashboards = dashboards;
        this.listPace = listPace;
        this.deadline = deadline;
        this.errors = new ZoomErrors(deadline.clock());
        this.retried = new RetriedRequests(settings.retryDelay, deadline, traffic);
        this.authorised = new AuthorisedRequests(tokens, secrets, retried, errors);
    }

    /** How many requests were sent so far, those for access tokens and those tried again included. */
    public int count() {
        return retried.count();
    }

    /**
     * One page of a meeting's participants.
     *
     * @param includeFields {@code null} for none
     * @param nextPageToken {@code null} for the first page
     * @param ahead is told the next page's token as soon as it is known, and again when the page is asked for again;
     *     {@code null} where it is known no sooner than the page
     * @throws ZoomException when Zoom does not give it
     */
    ParticipantsPage participants(
            String meetingId, MeetingType type, String includeFields, String nextPageToken, Consumer<String> ahead) {
        String segment = MeetingIdSegment.of(meetingId);
        return authorised.send(about(meetingId, nextPageToken != null), bearer -> {
            InputStream body = dashboards.participants(
                    bearer, segment, type.value(), DashboardsApi.PAGE_SIZE, nextPageToken, includeFields);
            return body == null ? null : ParticipantsPageReader.read(body, ahead);
        });
    }

    /**
     * What Zoom tells of a meeting.
     *
     * @throws ZoomException when Zoom does not tell
     */
    MeetingDetails meeting(String meetingId, MeetingType type) {
        String segment = MeetingIdSegment.of(meetingId);
        return authorised.send(about(meetingId, false), bearer -> dashboards.meeting(bearer, segment, type.value()));
    }

    /**
     * One page of the list of meetings, when its turn comes.
     *
     * @param nextPageToken {@code null} for the first page
     * @throws ZoomException when Zoom does not give it
     */
    MeetingsPage meetings(MeetingType type, LocalDate from, LocalDate to, String nextPageToken) {
        String list = "the meetings of " + from + " to " + to;
        Asked asked = new Asked(
                list, answer -> errors.aboutList(list, nextPageToken != null, answer), () -> listPace.await(deadline));
        return authorised.send(asked, bearer -> {
            MeetingsPage page = dashboards.meetings(
                    bearer, type.value(), from.toString(), to.toString(), DashboardsApi.PAGE_SIZE, nextPageToken);
            // JSON without the list is no more of an answer than none.
            return page == null || page.meetings() == null ? null : page;
        });
    }

    private Asked about(String meetingId, boolean laterPage) {
        return new Asked("meeting " + meetingId, answer -> errors.about(meetingId, laterPage, answer), () -> {});
    }
}

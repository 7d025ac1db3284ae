package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.api.DashboardsApi;
import org.rollcall.zoom.api.MeetingsPage;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.call.ListPace;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.source.PastMeetings.ListDays;

/** The dashboard's lists of meetings and of webinars, which Zoom labels Resource-intensive. */
@Singleton
class DashboardLists {
    private static final String ACCOUNT = "The Dashboards API needs a Business plan or higher, a dashboard that Zoom's"
            + " support has switched on, and a role with dashboard access.";
    private static final Permission OF_MEETINGS = new Permission(
            "the dashboard", "dashboard_meetings:read:admin (granular: dashboard:read:list_meetings:admin)", ACCOUNT);
    private static final Permission OF_WEBINARS = new Permission(
            "the dashboard", "dashboard_webinars:read:admin (granular: dashboard:read:list_webinars:admin)", ACCOUNT);

    private final DashboardsApi api;
    private final ListPace pace;

    DashboardLists(DashboardsApi api, ListPace pace) {
        this.api = api;
        this.pace = pace;
    }

    /** Passes every meeting or webinar of some days on. */
    void forEach(MeetingKind kind, ListDays days, ZoomCalls calls, Consumer<Meeting> action) {
        boolean webinars = kind == MeetingKind.WEBINAR;
        String subject = "the " + DashboardSource.collection(kind) + " of " + days;
        InTime inTime = calls.inTime("the list of " + DashboardSource.collection(kind) + " of " + days);
        for (MeetingType type : webinars ? List.of(MeetingType.PAST) : MeetingType.ENDED) {
            ListChain.forEach(
                    subject,
                    token -> inTime.call(() -> {
                        Question question = Question.list(
                                subject,
                                webinars ? OF_WEBINARS : OF_MEETINGS,
                                token != null,
                                () -> pace.await(calls.deadline()));
                        MeetingsPage page = calls.ask(question, bearer -> page(bearer, kind, type, days, token));
                        return new ListChain.Page(
                                page.entries().stream()
                                        .map(details -> details.toMeeting(kind, details.uuid()))
                                        .toList(),
                                page.nextPageToken());
                    }),
                    action);
        }
    }

    // JSON without the list is no more of an answer than none.
    private MeetingsPage page(String bearer, MeetingKind kind, MeetingType type, ListDays days, String token) {
        MeetingsPage page = api.list(
                bearer,
                DashboardSource.collection(kind),
                type.value(),
                days.from().toString(),
                days.to().toString(),
                ParticipantSource.PAGE_SIZE,
                token);
        return page == null || page.entries() == null ? null : page;
    }
}

package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.zoom.api.HistoryPage;
import org.rollcall.zoom.api.ReportsApi;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.source.PastMeetings.ListDays;

/** The list of past meetings and webinars in Zoom's reports. */
@Singleton
class HistoryList {
    private static final Permission PERMISSION = new Permission(
            "the history",
            "report:read:admin (granular: report:read:list_history_meetings:admin)",
            "The Reports API needs a Pro plan or higher, and a role with access to reports.");

    private final ReportsApi api;

    HistoryList(ReportsApi api) {
        this.api = api;
    }

    /** Passes every meeting or webinar of some days on. */
    void forEach(MeetingKind kind, ListDays days, ZoomCalls calls, Consumer<Meeting> action) {
        String subject = "the past " + DashboardSource.collection(kind) + " of " + days;
        InTime inTime = calls.inTime(subject);
        ListChain.forEach(
                subject,
                token -> inTime.call(() -> {
                    Question question = Question.list(subject, PERMISSION, token != null);
                    HistoryPage page = calls.ask(question, bearer -> page(bearer, kind, days, token));
                    return new ListChain.Page(
                            page.meetings().stream()
                                    .map(HistoryPage.Entry::toMeeting)
                                    .toList(),
                            page.nextPageToken());
                }),
                meeting -> {
                    // Asked for one kind, Zoom can send the other as well.
                    if (meeting.kind() == kind) {
                        action.accept(meeting);
                    }
                });
    }

    private HistoryPage page(String bearer, MeetingKind kind, ListDays days, String token) {
        HistoryPage page = api.history(
                bearer,
                days.from().toString(),
                days.to().toString(),
                "start_time",
                kind.value(),
                ParticipantSource.PAGE_SIZE,
                token);
        return page == null || page.meetings() == null ? null : page;
    }
}

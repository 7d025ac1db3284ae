package org.rollcall.zoom.source;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.zoom.api.MeetingIdSegment;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;
import org.rollcall.zoom.api.ReportsApi;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;

/** Zoom's Reports API: ended meetings and webinars of two participants or more, from the Pro plan on. */
@Singleton
class ReportSource implements ParticipantSource {
    private static final String ACCOUNT =
            "The Reports API needs a Pro plan or higher, and a role with access to reports.";
    private static final Permission OF_MEETINGS = new Permission(
            "the report",
            "report:read:admin (granular: report:read:list_meeting_participants:admin and"
                    + " report:read:meeting:admin)",
            ACCOUNT);
    private static final Permission OF_WEBINARS = new Permission(
            "the report",
            "report:read:admin (granular: report:read:list_webinar_participants:admin and"
                    + " report:read:webinar:admin)",
            ACCOUNT);

    private final ReportsApi api;

    ReportSource(ReportsApi api) {
        this.api = api;
    }

    @Override
    public Source source() {
        return Source.REPORT;
    }

    @Override
    public List<MeetingType> types(MeetingKind kind, List<MeetingType> types) {
        return PastSource.pastOnly(types);
    }

    @Override
    public ParticipantsPage participants(
            ZoomCalls calls, MeetingQuery query, MeetingType type, String nextPageToken, Consumer<String> ahead) {
        String segment = MeetingIdSegment.of(query.id().text());
        return calls.ask(question(query.id(), nextPageToken != null), bearer -> {
            InputStream body = api.participants(
                    bearer,
                    DashboardSource.collection(query.id().kind()),
                    segment,
                    PAGE_SIZE,
                    nextPageToken,
                    query.includeFields());
            return body == null ? null : ParticipantsPageReader.read(body, ahead, PastSource.spelling(query));
        });
    }

    @Override
    public Optional<Meeting> details(ZoomCalls calls, MeetingId id, MeetingType type, String knownId) {
        String segment = MeetingIdSegment.of(id.text());
        return Optional.of(calls.ask(
                        question(id, false),
                        bearer -> api.details(bearer, DashboardSource.collection(id.kind()), segment))
                .toMeeting(id.kind(), knownId));
    }

    private static Question question(MeetingId id, boolean laterPage) {
        return Question.about(id, id.kind() == MeetingKind.WEBINAR ? OF_WEBINARS : OF_MEETINGS, laterPage);
    }
}

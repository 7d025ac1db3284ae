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
import org.rollcall.zoom.api.DashboardsApi;
import org.rollcall.zoom.api.MeetingIdSegment;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;

/** Zoom's Dashboards API: the only source of live meetings, devices and networks. */
@Singleton
class DashboardSource implements ParticipantSource {
    private static final String ACCOUNT = "The Dashboards API needs a Business plan or higher, a dashboard that Zoom's"
            + " support has switched on, and a role with dashboard access.";
    private static final Permission OF_MEETINGS = new Permission(
            "the dashboard",
            "dashboard_meetings:read:admin (granular: dashboard:read:list_meeting_participants:admin and"
                    + " dashboard:read:meeting:admin)",
            ACCOUNT);
    private static final Permission OF_WEBINARS = new Permission(
            "the dashboard",
            "dashboard_webinars:read:admin (granular: dashboard:read:list_webinar_participants:admin and"
                    + " dashboard:read:webinar:admin)",
            ACCOUNT);

    private final DashboardsApi api;

    DashboardSource(DashboardsApi api) {
        this.api = api;
    }

    static String collection(MeetingKind kind) {
        return kind == MeetingKind.WEBINAR ? "webinars" : "meetings";
    }

    @Override
    public Source source() {
        return Source.DASHBOARD;
    }

    @Override
    public List<MeetingType> types(MeetingKind kind, List<MeetingType> types) {
        // Zoom has pastOne for meetings alone.
        return kind == MeetingKind.MEETING
                ? types
                : types.stream().filter(type -> type != MeetingType.PAST_ONE).toList();
    }

    @Override
    public ParticipantsPage participants(
            ZoomCalls calls, MeetingQuery query, MeetingType type, String nextPageToken, Consumer<String> ahead) {
        String segment = MeetingIdSegment.of(query.id().text());
        return calls.ask(question(query.id(), nextPageToken != null), bearer -> {
            InputStream body = api.participants(
                    bearer,
                    collection(query.id().kind()),
                    segment,
                    type.value(),
                    PAGE_SIZE,
                    nextPageToken,
                    includeFields(query, type));
            return body == null ? null : ParticipantsPageReader.read(body, ahead, Spelling.AS_SENT);
        });
    }

    // Zoom refuses the field for live meetings. Who asks for live alone gets that refusal; who does not know the type
    // is
    // better served without the field.
    private static String includeFields(MeetingQuery query, MeetingType type) {
        return type == MeetingType.LIVE && query.types().size() > 1 ? null : query.includeFields();
    }

    @Override
    public Optional<Meeting> details(ZoomCalls calls, MeetingId id, MeetingType type, String knownId) {
        String segment = MeetingIdSegment.of(id.text());
        return Optional.of(calls.ask(
                        question(id, false),
                        bearer -> api.details(bearer, collection(id.kind()), segment, type.value()))
                .toMeeting(id.kind(), knownId));
    }

    private static Question question(MeetingId id, boolean laterPage) {
        return Question.about(id, id.kind() == MeetingKind.WEBINAR ? OF_WEBINARS : OF_MEETINGS, laterPage);
    }
}

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
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;
import org.rollcall.zoom.api.PastApi;
import org.rollcall.zoom.call.Question;
import org.rollcall.zoom.call.Question.Permission;
import org.rollcall.zoom.call.ZoomCalls;

/** Zoom's past meetings and webinars: ended ones of two participants or more, for any paid plan. */
@Singleton
class PastSource implements ParticipantSource {
    private static final Permission OF_MEETINGS = new Permission(
            "the past participants",
            "meeting:read:admin (granular: meeting:read:list_past_participants:admin and"
                    + " meeting:read:past_meeting:admin)",
            "Past participants need a paid plan.");
    private static final Permission OF_WEBINARS = new Permission(
            "the past participants",
            "webinar:read:admin (granular: webinar:read:list_past_participants:admin)",
            "Past participants need a paid plan, and webinars a licence of their own.");

    private final PastApi api;

    PastSource(PastApi api) {
        this.api = api;
    }

    static List<MeetingType> pastOnly(List<MeetingType> types) {
        return types.stream().anyMatch(MeetingType.ENDED::contains) ? List.of(MeetingType.PAST) : List.of();
    }

    static Spelling spelling(MeetingQuery query) {
        return query.unchanged() ? Spelling.AS_SENT : Spelling.AS_DASHBOARD;
    }

    @Override
    public Source source() {
        return Source.PAST;
    }

    @Override
    public List<MeetingType> types(MeetingKind kind, List<MeetingType> types) {
        return pastOnly(types);
    }

    @Override
    public ParticipantsPage participants(
            ZoomCalls calls, MeetingQuery query, MeetingType type, String nextPageToken, Consumer<String> ahead) {
        String segment = MeetingIdSegment.of(query.id().text());
        return calls.ask(question(query.id(), nextPageToken != null), bearer -> {
            InputStream body = api.participants(
                    bearer,
                    query.id().kind() == MeetingKind.WEBINAR ? "past_webinars" : "past_meetings",
                    segment,
                    PAGE_SIZE,
                    nextPageToken);
            return body == null ? null : ParticipantsPageReader.read(body, ahead, spelling(query));
        });
    }

    @Override
    public Optional<Meeting> details(ZoomCalls calls, MeetingId id, MeetingType type, String knownId) {
        // Zoom has no such call for webinars.
        if (id.kind() == MeetingKind.WEBINAR) {
            return Optional.empty();
        }
        String segment = MeetingIdSegment.of(id.text());
        return Optional.of(calls.ask(question(id, false), bearer -> api.details(bearer, segment))
                .toMeeting(id.kind(), knownId));
    }

    private static Question question(MeetingId id, boolean laterPage) {
        return Question.about(id, id.kind() == MeetingKind.WEBINAR ? OF_WEBINARS : OF_MEETINGS, laterPage);
    }
}

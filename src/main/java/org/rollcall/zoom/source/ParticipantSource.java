package org.rollcall.zoom.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.ZoomCalls;

/** One of Zoom's ways to participants. Every method throws a {@code ZoomException} when Zoom does not answer. */
interface ParticipantSource {
    /** The largest page Zoom gives. */
    int PAGE_SIZE = 300;

    /** Returns which one it is. */
    Source source();

    /** Returns those of the types that it can be asked for, in the same order. */
    List<MeetingType> types(MeetingKind kind, List<MeetingType> types);

    /**
     * Returns one page of participants.
     *
     * @param nextPageToken {@code null} for the first page
     * @param ahead is given the next page's token as soon as it is known, and again when the page is asked for again;
     *     {@code null} where it is known no sooner than the page
     */
    ParticipantsPage participants(
            ZoomCalls calls, MeetingQuery query, MeetingType type, String nextPageToken, Consumer<String> ahead);

    /** Returns what Zoom has of a meeting or webinar; nothing where this source has no such call. */
    Optional<Meeting> details(ZoomCalls calls, MeetingId id, MeetingType type, String knownId);
}

package org.rollcall.zoom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;

/**
 * A meeting as Zoom knows it: its type, its details, and its participants page by page. The details are asked for while
 * its caller works on the first page already.
 */
public final class ZoomMeeting implements AutoCloseable {
    private final ReportRequest request;
    private final ZoomCalls calls;
    private final InTime inTime;
    private final MeetingType type;
    private final Future<Meeting> meeting;
    private Future<ParticipantsPage> firstPage;

    ZoomMeeting(ReportRequest request, ZoomCalls calls, InTime inTime) {
        this.request = request;
        this.calls = calls;
        this.inTime = inTime;
        this.type = findType();
        this.meeting = beginMeeting();
    }

    /** The type that Zoom knows the meeting as. */
    public MeetingType type() {
        return type;
    }

    /**
     * What is known of the meeting.
     *
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not tell
     */
    public Meeting meeting() {
        return inTime.await(meeting);
    }

    /** What is known of the meeting by now; {@code null} if Zoom has not told yet. */
    Meeting meetingSoFar() {
        try {
            return meeting.isDone() ? inTime.await(meeting) : null;
        } catch (ZoomException e) {
            return null;
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        meeting.cancel(true);
        if (firstPage != null) {
            firstPage.cancel(true);
        }
    }

    /** How many requests to Zoom it took so far. */
    public int calls() {
        return calls.count();
    }

    /** The participants from the first page on. Every call begins a new chain. */
    public ParticipantPages participants() {
        Future<ParticipantsPage> first = firstPage != null ? firstPage : begin(type);
        firstPage = null;
        return new ParticipantPages(request.meetingId(), first, (token, ahead) -> page(type, token, ahead), inTime);
    }

    private MeetingType findType() {
        MeetingNotFoundException notFound = null;
        for (MeetingType candidate : request.types()) {
            try {
                firstPage = begin(candidate);
                inTime.await(firstPage);
                return candidate;
            } catch (MeetingNotFoundException e) {
                notFound = e;
            }
        }
        throw notFound;
    }

    private Future<ParticipantsPage> begin(MeetingType type) {
        return inTime.begin(() -> page(type, null, token -> {}));
    }

    private ParticipantsPage page(MeetingType type, String token, Consumer<String> ahead) {
        return calls.participants(request.meetingId(), type, includeFields(type), token, ahead);
    }

    // Who asks for live alone gets Zoom's refusal; who does not know the type is better served without the field.
    private String includeFields(MeetingType type) {
        return type == MeetingType.LIVE && request.types().size() > 1 ? null : request.includeFields();
    }

    // Where a report is kept goes by its number, its UUID and its start: without them, the same meeting would get two
    // places.
    private Future<Meeting> beginMeeting() {
        Meeting known = request.known();
        if (known == null) {
            return inTime.begin(() -> details(null));
        }
        boolean placed = known.uuid() != null
                && known.startTime() != null
                && !known.uuid().equals(known.id());
        return placed
                ? CompletableFuture.completedFuture(known)
                : inTime.begin(() -> details(known).orElse(known));
    }

    private Meeting details(Meeting known) {
        String id = known != null && known.id() != null ? known.id() : request.meetingId();
        try {
            return calls.meeting(request.meetingId(), type).toMeeting(id);
        } catch (MeetingNotFoundException | MeetingBlockedException e) {
            // Zoom gave the participants: a report without a topic beats none.
            return Meeting.ofId(id);
        }
    }
}

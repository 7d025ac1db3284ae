package org.rollcall.zoom.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.zoom.api.MeetingsApi.Registrant;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.error.MeetingBlockedException;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.ZoomException;

/**
 * A meeting or webinar as Zoom has it: its source, its type, its details, and its participants page by page. The
 * details are asked for while its caller already works on the first page.
 */
public final class ZoomMeeting implements AutoCloseable {
    private final MeetingQuery query;
    private final ZoomCalls calls;
    private final InTime inTime;
    private final List<ParticipantSource> sources;
    private final ScheduledMeetings scheduled;
    private final ParticipantSource source;
    private final MeetingType type;
    private final Future<Meeting> meeting;
    private Future<ParticipantsPage> firstPage;

    ZoomMeeting(
            MeetingQuery query,
            ZoomCalls calls,
            InTime inTime,
            List<ParticipantSource> sources,
            Refusals refusals,
            ScheduledMeetings scheduled,
            boolean asksForHost) {
        this.scheduled = scheduled;
        this.query = query;
        this.calls = calls;
        this.inTime = inTime;
        this.sources = sources;
        FindMeeting.Found found = new FindMeeting(query, calls, inTime, sources, refusals).find();
        this.source = found.source();
        this.type = found.type();
        this.firstPage = found.firstPage();
        this.meeting = beginMeeting(asksForHost);
    }

    /** Returns the source of its participants. */
    public Source source() {
        return source.source();
    }

    /** Returns the type that Zoom has it as. */
    public MeetingType type() {
        return type;
    }

    /**
     * Returns what is known of the meeting.
     *
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not answer
     */
    public Meeting meeting() {
        return inTime.await(meeting);
    }

    /** Returns what is known of the meeting by now; {@code null} if Zoom has not answered yet. */
    public Meeting meetingSoFar() {
        try {
            return meeting.isDone() ? inTime.await(meeting) : null;
        } catch (ZoomException e) {
            return null;
        }
    }

    /**
     * Returns when the meeting was meant to be, where Zoom says that it was scheduled and the app may read it.
     *
     * @throws OutOfTimeException when the deadline comes first
     */
    public Optional<Schedule> schedule() {
        Meeting known = meeting();
        return known.isScheduled() ? inTime.call(() -> scheduled.schedule(calls, known)) : Optional.empty();
    }

    /**
     * Returns who has registered and is approved; nothing where the app may not read it.
     *
     * @throws OutOfTimeException when the deadline comes first
     */
    public Optional<List<Registrant>> registrants() {
        Meeting known = meeting();
        return inTime.call(() -> scheduled.registrants(calls, known));
    }

    /** Returns how many requests to Zoom it took so far. */
    public int calls() {
        return calls.count();
    }

    /** Returns the participants from the first page on. Every call begins a new chain. */
    public ParticipantPages participants() {
        Future<ParticipantsPage> first = firstPage != null
                ? firstPage
                : inTime.begin(() -> source.participants(calls, query, type, null, token -> {}));
        firstPage = null;
        return new ParticipantPages(
                query.id().toString(),
                type,
                first,
                (token, ahead) -> source.participants(calls, query, type, token, ahead),
                inTime);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        meeting.cancel(true);
        if (firstPage != null) {
            firstPage.cancel(true);
        }
    }

    // Where a report is kept goes by its number, its UUID and its start: without them, the same meeting would get two
    // places.
    private Future<Meeting> beginMeeting(boolean asksForHost) {
        Meeting known = query.known();
        if (known == null) {
            return inTime.begin(() -> details(query.id().text()));
        }
        boolean placed = query.trusted()
                && known.uuid() != null
                && known.startTime() != null
                && !known.uuid().equals(known.id());
        String knownId =
                query.trusted() && known.id() != null ? known.id() : query.id().text();
        if (!placed) {
            return inTime.begin(() -> details(knownId).orElse(known));
        }
        return asksForHost && known.hostEmail() == null
                ? inTime.begin(() -> withHost(known))
                : CompletableFuture.completedFuture(known);
    }

    // Zoom's events do not have the host's address. A report without it beats none.
    private Meeting withHost(Meeting known) {
        try {
            Meeting details = details(known.id());
            return known.orElse(Meeting.ofId(known.kind(), known.id()).withHost(details.host(), details.hostEmail()));
        } catch (ZoomException e) {
            return known;
        }
    }

    // By the source that has the participants, then by the others.
    private Meeting details(String knownId) {
        List<ParticipantSource> order = new ArrayList<>(sources);
        order.remove(source);
        order.add(0, source);
        List<ZoomException> refused = new ArrayList<>();
        for (ParticipantSource each : order) {
            try {
                Optional<Meeting> details = each.details(calls, query.id(), type, knownId);
                if (details.isPresent()) {
                    return details.get();
                }
            } catch (MeetingNotFoundException | MeetingBlockedException e) {
                // Zoom gave the participants: a report without a topic beats none.
                return Meeting.ofId(query.id().kind(), knownId);
            } catch (ZoomException e) {
                if (!Refusals.isRefusal(e)) {
                    throw e;
                }
                refused.add(e);
            }
        }
        if (refused.isEmpty()) {
            return Meeting.ofId(query.id().kind(), knownId);
        }
        throw Refusals.together(refused);
    }
}

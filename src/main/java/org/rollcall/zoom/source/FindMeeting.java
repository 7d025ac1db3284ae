package org.rollcall.zoom.source;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.error.DashboardNotAvailableException;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.OneParticipantException;
import org.rollcall.zoom.error.ZoomException;

/**
 * Finds the source and the type that a meeting's participants are to be had by.
 *
 * <p>The next source is asked when one refuses the account or the app. It is asked, too, when one does not have a UUID
 * whose meeting ended long ago: sooner, "not found" means "not yet".
 */
final class FindMeeting {
    static final String PARTICIPANTS = "participants";

    /** From a meeting's end until "not found" no longer means "not yet". */
    private static final Duration LONG_AGO = Duration.ofHours(4);

    private final MeetingQuery query;
    private final ZoomCalls calls;
    private final InTime inTime;
    private final List<ParticipantSource> sources;
    private final Refusals refusals;
    private final Map<Source, ZoomException> refused = new LinkedHashMap<>();
    private final Set<Source> asked = EnumSet.noneOf(Source.class);

    FindMeeting(
            MeetingQuery query, ZoomCalls calls, InTime inTime, List<ParticipantSource> sources, Refusals refusals) {
        this.query = query;
        this.calls = calls;
        this.inTime = inTime;
        this.sources = sources;
        this.refusals = refusals;
    }

    /**
     * Returns where the participants are.
     *
     * @throws MeetingNotFoundException when Zoom has no such meeting, or not yet
     * @throws OneParticipantException when nothing but the dashboard could list its participant
     * @throws ZoomException when every source refuses, with the words of each, or Zoom does not answer
     */
    Found find() {
        MeetingId id = query.id();
        MeetingNotFoundException notFound = null;
        for (ParticipantSource source : sources) {
            List<MeetingType> types = source.types(id.kind(), query.types());
            if (types.isEmpty()) {
                continue;
            }
            Optional<ZoomException> earlier = refusals.of(source.source(), id.kind(), PARTICIPANTS);
            if (earlier.isPresent()) {
                refused.put(source.source(), Refusals.again(earlier.get(), id.toString()));
                continue;
            }
            try {
                return in(source, types);
            } catch (MeetingNotFoundException e) {
                asked.add(source.source());
                notFound = notFound == null ? e : notFound;
                if (!endedLongAgo(source)) {
                    throw notFound;
                }
            } catch (ZoomException e) {
                if (!Refusals.isRefusal(e)) {
                    throw e;
                }
                refusals.remember(source.source(), id.kind(), PARTICIPANTS, e);
                refused.put(source.source(), e);
            }
        }
        if (notFound != null) {
            throw !asked.contains(Source.DASHBOARD) && hasOneParticipant() ? oneParticipant(notFound) : notFound;
        }
        throw refused.isEmpty() ? noSource() : Refusals.together(List.copyOf(refused.values()));
    }

    private Found in(ParticipantSource source, List<MeetingType> types) {
        MeetingNotFoundException notFound = null;
        for (MeetingType type : types) {
            try {
                Future<ParticipantsPage> first =
                        inTime.begin(() -> source.participants(calls, query, type, null, token -> {}));
                if (isThere(inTime.await(first), type)) {
                    return new Found(source, type, first);
                }
                notFound = notFound == null ? noRows() : notFound;
            } catch (MeetingNotFoundException e) {
                notFound = notFound == null ? e : notFound;
            }
        }
        throw notFound;
    }

    // A meeting that has ended had somebody in it: without rows, Zoom has not counted it yet.
    private static boolean isThere(ParticipantsPage first, MeetingType type) {
        return type == MeetingType.LIVE || !first.participants().isEmpty();
    }

    private boolean endedLongAgo(ParticipantSource source) {
        if (query.id().isNumber()) {
            return false;
        }
        Instant end = end(source);
        return end != null
                ? end.plus(LONG_AGO).isBefore(calls.deadline().clock().instant())
                : query.types().contains(MeetingType.LIVE) || !isLive();
    }

    private Instant end(ParticipantSource source) {
        return query.known() != null && query.known().endTime() != null
                ? query.known().endTime()
                : details(source, MeetingType.PAST).map(Meeting::endTime).orElse(null);
    }

    // Only the dashboard has live meetings.
    private boolean isLive() {
        return sources.stream()
                .filter(source -> source.source() == Source.DASHBOARD && !refused.containsKey(Source.DASHBOARD))
                .anyMatch(source -> details(source, MeetingType.LIVE).isPresent());
    }

    private boolean hasOneParticipant() {
        if (query.known() != null && query.known().participants() != null) {
            return query.known().participants() <= 1;
        }
        return sources.stream()
                .filter(source -> source.source() != Source.DASHBOARD)
                .flatMap(source -> details(source, MeetingType.PAST).stream())
                .map(Meeting::participants)
                .filter(count -> count != null)
                .findFirst()
                .filter(count -> count <= 1)
                .isPresent();
    }

    private Optional<Meeting> details(ParticipantSource source, MeetingType type) {
        try {
            return inTime.call(() -> source.details(calls, query.id(), type, null));
        } catch (ZoomException e) {
            if (Refusals.isRefusal(e) || e instanceof MeetingNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private MeetingNotFoundException noRows() {
        return new MeetingNotFoundException(
                "Zoom has no participants of " + query.id() + " yet. Ask again in a few minutes.");
    }

    private OneParticipantException oneParticipant(MeetingNotFoundException notFound) {
        return new OneParticipantException(notFound.getMessage()
                + " Zoom counts one participant at most, and only its dashboard lists those of such a meeting.");
    }

    private ZoomException noSource() {
        MeetingId id = query.id();
        return new DashboardNotAvailableException("Only Zoom's dashboard has live meetings, and " + id
                + " is asked for as one without it. Add dashboard to ZOOM_SOURCES, or ask for a type that has ended.");
    }

    /**
     * Where participants are.
     *
     * @param firstPage the first page, read
     */
    record Found(ParticipantSource source, MeetingType type, Future<ParticipantsPage> firstPage) {}
}

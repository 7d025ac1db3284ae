package org.rollcall.zoom.source;

import java.util.List;
import java.util.Optional;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingType;
import org.rollcall.zoom.call.InTime;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.error.MeetingNotFoundException;
import org.rollcall.zoom.error.ZoomException;

/** Finds the instance that a number stands for, by the details in the first source that may say. */
final class FindLatest {
    private static final String DETAILS = "details";

    private final MeetingQuery query;
    private final ZoomCalls calls;
    private final InTime inTime;
    private final List<ParticipantSource> sources;
    private final Refusals refusals;

    FindLatest(MeetingQuery query, ZoomCalls calls, InTime inTime, List<ParticipantSource> sources, Refusals refusals) {
        this.query = query;
        this.calls = calls;
        this.inTime = inTime;
        this.sources = sources;
        this.refusals = refusals;
    }

    /**
     * Returns the instance.
     *
     * @return empty when no source may say
     * @throws MeetingNotFoundException when the first that may has none
     * @throws ZoomException when Zoom does not answer
     */
    Optional<LatestInstance> find() {
        MeetingId id = query.id();
        for (ParticipantSource source : sources) {
            if (refusals.of(source.source(), id.kind(), FindMeeting.PARTICIPANTS)
                            .isEmpty()
                    && refusals.of(source.source(), id.kind(), DETAILS).isEmpty()) {
                try {
                    Optional<LatestInstance> found = in(source);
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (ZoomException e) {
                    if (!Refusals.isRefusal(e)) {
                        throw e;
                    }
                    refusals.remember(source.source(), id.kind(), DETAILS, e);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LatestInstance> in(ParticipantSource source) {
        MeetingId id = query.id();
        MeetingNotFoundException notFound = null;
        for (MeetingType type : source.types(id.kind(), query.types())) {
            try {
                Optional<Meeting> details = inTime.call(() -> source.details(calls, id, type, id.text()));
                if (details.isPresent()) {
                    return Optional.of(new LatestInstance(details.get(), type));
                }
            } catch (MeetingNotFoundException e) {
                notFound = e;
            }
        }
        if (notFound != null) {
            throw notFound;
        }
        return Optional.empty();
    }
}

package org.rollcall.zoom.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.Source;
import org.rollcall.zoom.call.ZoomCalls;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.ZoomException;

/**
 * Zoom's list of the meetings and webinars of some days that have ended, those that one user attended alone included as
 * far as Zoom lists them.
 */
public final class PastMeetings {
    private static final Logger LOG = Logger.getLogger(PastMeetings.class);
    private static final String LIST = "list";

    private final ListDays days;
    private final ZoomCalls calls;
    private final List<Source> sources;
    private final DashboardLists dashboard;
    private final HistoryList history;
    private final Refusals refusals;

    PastMeetings(
            ListDays days,
            ZoomCalls calls,
            List<Source> sources,
            DashboardLists dashboard,
            HistoryList history,
            Refusals refusals) {
        this.days = days;
        this.calls = calls;
        this.sources = sources;
        this.dashboard = dashboard;
        this.history = history;
        this.refusals = refusals;
    }

    /**
     * Reads the list page by page and passes every meeting on. One can be passed on twice: the list moves while it is
     * read, and is read again from its first page when Zoom ends the page chain.
     *
     * @return the kinds that a list was read of: none where past meetings are the only source, as that has no list
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not give the list
     */
    public Set<MeetingKind> forEach(Consumer<Meeting> action) {
        Set<MeetingKind> listed = EnumSet.noneOf(MeetingKind.class);
        for (MeetingKind kind : MeetingKind.values()) {
            if (read(kind, action)) {
                listed.add(kind);
            }
        }
        return listed;
    }

    /** Returns how many requests to Zoom it took so far. */
    public int calls() {
        return calls.count();
    }

    private boolean read(MeetingKind kind, Consumer<Meeting> action) {
        List<ZoomException> refused = new ArrayList<>();
        for (Source source : sources) {
            Optional<ZoomException> earlier = refusals.of(source, kind, LIST);
            if (earlier.isPresent()) {
                refused.add(Refusals.again(
                        earlier.get(), "the list of " + DashboardSource.collection(kind) + " of " + days));
                continue;
            }
            try {
                switch (source) {
                    case DASHBOARD -> dashboard.forEach(kind, days, calls, action);
                    case REPORT -> history.forEach(kind, days, calls, action);
                    case PAST -> {
                        continue;
                    }
                }
                return true;
            } catch (ZoomException e) {
                if (!Refusals.isRefusal(e)) {
                    throw e;
                }
                refusals.remember(source, kind, LIST, e);
                refused.add(e);
            }
        }
        // An account without webinars is refused their list.
        if (kind == MeetingKind.MEETING) {
            sayThatThereIsNoList(refused);
        }
        return false;
    }

    // An account with past meetings alone has reports all the same.
    private void sayThatThereIsNoList(List<ZoomException> refused) {
        if (refused.isEmpty()) {
            LOG.warnf("ZOOM_SOURCES names past alone, which has no list of the meetings of %s.", days);
        } else if (sources.contains(Source.PAST)) {
            LOG.warn(Refusals.together(refused).getMessage());
        } else {
            throw Refusals.together(refused);
        }
    }

    /**
     * Days to list.
     *
     * @param from the first, by Zoom's own count of days; within the last six months
     * @param to the last, within a month of the first
     */
    record ListDays(LocalDate from, LocalDate to) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }
}

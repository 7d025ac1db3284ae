package org.rollcall.lambda.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.rollcall.lambda.event.MeetingFilter;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.store.ReportKey;
import org.rollcall.zoom.call.Deadline;
import org.rollcall.zoom.error.OutOfTimeException;
import org.rollcall.zoom.error.ZoomException;
import org.rollcall.zoom.source.PastMeetings;
import org.rollcall.zoom.source.Zoom;

/** Lists the meetings and webinars that have ended, each once, by the day that it began on. */
@Singleton
class ListMeetings {
    private static final Logger LOG = Logger.getLogger(ListMeetings.class);
    /** A day of Zoom's own and the time zones of the world lie between what is asked for and what comes. */
    private static final int MARGIN = 2;

    private final Zoom zoom;
    private final MeetingFilter filter;
    private final InstantSource clock;

    ListMeetings(Zoom zoom, MeetingFilter filter, InstantSource clock) {
        this.zoom = zoom;
        this.filter = filter;
        this.clock = clock;
    }

    /**
     * Lists the meetings that began on some days.
     *
     * @param from the first day, in UTC
     * @param to the last, at most {@link ReconcileRange#LONGEST_STEP} days in all
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not give its list
     * @throws InvalidSettingException when a setting is missing or malformed
     */
    Listed list(LocalDate from, LocalDate to, Deadline deadline) {
        Map<Object, Meeting> meetings = new LinkedHashMap<>();
        PastMeetings past = listAround(from, to, deadline);
        // It can pass one on twice, and Zoom can know more of it in one list than in another.
        Set<MeetingKind> kinds =
                past.forEach(meeting -> meetings.merge(identity(meeting), meeting, ListMeetings::together));
        Map<LocalDate, ListedDay> days = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, new ListedDay(day)));
        for (Meeting meeting : meetings.values()) {
            ListedDay day = days.get(day(meeting, from, to));
            if (day != null) {
                day.add(isOdd(meeting) ? meeting.uncounted() : meeting, filter.includes(meeting));
            }
        }
        return new Listed(days.values(), kinds.contains(MeetingKind.MEETING), past.calls());
    }

    // Zoom lists by days of its own, so that a day on either side is asked for as well, as far as Zoom has one.
    private PastMeetings listAround(LocalDate from, LocalDate to, Deadline deadline) {
        LocalDate today = ReportKey.day(clock.instant());
        LocalDate earliest = ReconcileRange.earliest(today);
        return zoom.pastMeetings(
                from.isAfter(earliest) ? from.minusDays(1) : earliest,
                to.isBefore(today) ? to.plusDays(1) : today,
                deadline);
    }

    private static Object identity(Meeting meeting) {
        return meeting.uuid() != null ? meeting.uuid() : Arrays.asList(meeting.id(), meeting.startTime());
    }

    // Without a number, Zoom's list has the UUID in its place.
    private static Meeting together(Meeting one, Meeting other) {
        return Objects.equals(one.id(), one.uuid()) ? other.orElse(one) : one.orElse(other);
    }

    // Zoom has listed real meetings without times and with nobody in them. The queue is not to believe that.
    private static boolean isOdd(Meeting meeting) {
        return meeting.startTime() == null
                || meeting.endTime() == null
                || meeting.participants() != null && meeting.participants() == 0;
    }

    // A meeting of the day before or after is left to its own turn. One whose time nobody can tell is of the last day:
    // it has to be of some.
    private static LocalDate day(Meeting meeting, LocalDate from, LocalDate to) {
        if (isAround(meeting.startTime(), from, to)) {
            return ReportKey.day(meeting.startTime());
        }
        LOG.warnf(
                "Zoom lists meeting %s (%s) without its start, or with one that is not of the days asked for.",
                meeting.id(), meeting.uuid());
        return isAround(meeting.endTime(), from, to) ? ReportKey.day(meeting.endTime()) : to;
    }

    private static boolean isAround(Instant time, LocalDate from, LocalDate to) {
        return time != null
                && !ReportKey.day(time).isBefore(from.minusDays(MARGIN))
                && !ReportKey.day(time).isAfter(to.plusDays(MARGIN));
    }

    /**
     * What Zoom lists.
     *
     * @param days every day that was asked for, in order
     * @param exists whether Zoom has a list of meetings for this account
     * @param zoomCalls how many requests to Zoom it took
     */
    record Listed(Collection<ListedDay> days, boolean exists, int zoomCalls) {}
}

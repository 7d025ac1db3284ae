package org.rollcall.lambda.reconcile;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.Formats;
import org.rollcall.report.Meeting;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.zoom.Deadline;
import org.rollcall.zoom.OutOfTimeException;
import org.rollcall.zoom.PastMeetings;
import org.rollcall.zoom.Zoom;
import org.rollcall.zoom.ZoomException;

/**
 * Compares Zoom's list of the meetings that have ended with lists of the reports stored; one that lacks a format, or
 * was stored while the meeting went on, is missing. Takes one request for 300 meetings and one for 1,000 documents, and
 * none for a meeting by itself.
 */
@Singleton
class FindMissingReports {
    private static final Logger LOG = Logger.getLogger(FindMissingReports.class);

    private final Zoom zoom;
    private final ReportDestination destination;
    private final Formats formats;
    private final InstantSource clock;

    FindMissingReports(Zoom zoom, ReportDestination destination, Formats formats, InstantSource clock) {
        this.zoom = zoom;
        this.destination = destination;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * Looks at the meetings that began on some days.
     *
     * @param from the first day, in UTC
     * @param to the last, at most {@link ReconcileRange#LONGEST_STEP} days in all
     * @return every day, in order
     * @throws OutOfTimeException when the deadline comes first
     * @throws ZoomException when Zoom does not give its list
     * @throws StoreException when the reports can't be listed
     */
    Found find(LocalDate from, LocalDate to, Deadline deadline) {
        Map<LocalDate, ReconciledDay> days = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, new ReconciledDay(day)));
        Map<ReportFormat, Map<String, Instant>> stored = stored(from, to);
        Set<String> seen = new HashSet<>();
        PastMeetings meetings = listAround(from, to, deadline);
        meetings.forEach(meeting -> {
            ReconciledDay day = day(meeting, days);
            if (day != null && seen.add(ReportKey.name(meeting))) {
                day.add(
                        meeting,
                        stored.entrySet().stream()
                                .allMatch(documents -> isAfter(
                                        meeting,
                                        documents.getValue().get(ReportKey.name(meeting, documents.getKey())))));
            }
        });
        return new Found(days.values(), meetings.calls());
    }

    // The report of a live meeting is kept in the same place, and holds those alone who had come by then.
    private static boolean isAfter(Meeting meeting, Instant stored) {
        return stored != null && (meeting.endTime() == null || !stored.isBefore(meeting.endTime()));
    }

    // What Zoom's event and Zoom's list say of a start can differ by moments, and midnight can lie between.
    private Map<ReportFormat, Map<String, Instant>> stored(LocalDate from, LocalDate to) {
        Destination place = destination.required();
        Map<ReportFormat, Map<String, Instant>> stored = new HashMap<>();
        for (String name : formats.defaults()) {
            ReportFormat format = formats.named("REPORT_FORMATS", name);
            Map<String, Instant> documents = new HashMap<>();
            from.minusDays(1).datesUntil(to.plusDays(2)).forEach(day -> place.list(ReportKey.folder(day, format))
                    .forEach((document, time) ->
                            documents.merge(document, time, (one, other) -> one.isAfter(other) ? one : other)));
            stored.put(format, documents);
        }
        return stored;
    }

    // Zoom lists by days of its own, so that a day on either side is asked for as well, as far as Zoom knows one.
    private PastMeetings listAround(LocalDate from, LocalDate to, Deadline deadline) {
        LocalDate today = ReportKey.day(clock.instant());
        LocalDate earliest = ReconcileRange.earliest(today);
        return zoom.pastMeetings(
                from.isAfter(earliest) ? from.minusDays(1) : earliest,
                to.isBefore(today) ? to.plusDays(1) : today,
                deadline);
    }

    // A meeting of the day before or after is left to its own turn.
    private static ReconciledDay day(Meeting meeting, Map<LocalDate, ReconciledDay> days) {
        if (meeting.id() == null || meeting.startTime() == null) {
            LOG.warnf(
                    "Zoom lists meeting %s without its ID or its start, so that nobody can tell its report.",
                    meeting.id());
            return null;
        }
        return days.get(ReportKey.day(meeting.startTime()));
    }

    /**
     * What was found.
     *
     * @param days every day that was looked at, in order
     * @param zoomCalls how many requests to Zoom it took
     */
    record Found(Collection<ReconciledDay> days, int zoomCalls) {}
}

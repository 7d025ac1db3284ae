package org.rollcall.report;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceFold;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Zones;

/** Folds the pages of one report, each once, into what is said of the whole. */
public final class ReportFold {
    private final Source source;
    private final MeetingType type;
    private final SortedMap<String, String> otherFields = new TreeMap<>();
    private final AttendanceFold attendance = new AttendanceFold();
    private int rows;
    private int announced = -1;

    public ReportFold(Source source, MeetingType type) {
        this.source = source;
        this.type = type;
    }

    /**
     * Takes the next page in.
     *
     * @param totalRecords how many rows Zoom says the whole report has; negative where it does not say
     * @param otherFields the JSON of each field of the page that Zoom does not document, by name
     */
    public void add(List<Row> page, int totalRecords, SortedMap<String, String> otherFields) {
        rows += page.size();
        announced = totalRecords >= 0 ? totalRecords : announced;
        this.otherFields.putAll(otherFields);
        attendance.add(page);
    }

    /**
     * The report, after the last page, counted by the meeting's own times, zone and the default rules.
     *
     * @throws IncompleteReportException when a past meeting's rows are not as many as Zoom announced
     */
    public Report finish(Meeting meeting, Instant now) {
        return finish(meeting, now, context(meeting, now));
    }

    /** What attendance is counted against by the meeting's own times and zone, and the default rules. */
    public AttendanceContext context(Meeting meeting, Instant now) {
        Instant liveUntil = type == MeetingType.LIVE ? now : null;
        AttendanceContext context = AttendanceContext.of(meeting.startTime(), meeting.endTime(), liveUntil);
        return Zones.parse(meeting.timezone())
                .map(zone -> context.withZone(zone, true))
                .orElse(context);
    }

    /**
     * The report, after the last page. Nothing is taken in any more.
     *
     * @param context what attendance is counted against
     * @throws IncompleteReportException when a past meeting's rows are not as many as Zoom announced
     */
    public Report finish(Meeting meeting, Instant now, AttendanceContext context) {
        checkComplete(meeting.kind().value() + " " + meeting.id());
        boolean complete = type != MeetingType.LIVE;
        return new Report(meeting, source, type, rows, complete, now, otherFields, () -> attendance.finish(context));
    }

    /**
     * Returns whose rows are left out of the report, after the last page.
     *
     * @see AttendanceFold#leftOut
     */
    public AttendanceFold.LeftOut leftOut(
            AttendanceContext context, Predicate<Identity> marked, Predicate<ExpectedPerson> markedAsExpected) {
        return attendance.leftOut(context, marked, markedAsExpected);
    }

    /**
     * Checks the rows after the last page.
     *
     * @param subject whose they are, for a message
     * @throws IncompleteReportException when a past meeting's rows are not as many as Zoom announced
     */
    public void checkComplete(String subject) {
        if (type != MeetingType.LIVE && announced >= 0 && rows != announced) {
            throw new IncompleteReportException(
                    "Zoom announced " + announced + " rows for " + subject + " and sent " + rows + ".");
        }
    }
}

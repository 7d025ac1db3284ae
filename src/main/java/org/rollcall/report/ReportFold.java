package org.rollcall.report;

import java.time.Instant;
import java.util.List;

/** Folds the pages of one report, each once, into what is said of the whole. */
public final class ReportFold {
    private final MeetingType type;
    private final AttendanceFold attendance = new AttendanceFold();
    private int rows;
    private int announced;

    public ReportFold(MeetingType type) {
        this.type = type;
    }

    /**
     * Takes the next page in.
     *
     * @param totalRecords how many rows Zoom says the whole report has
     */
    public void add(List<Row> page, int totalRecords) {
        rows += page.size();
        announced = totalRecords;
        attendance.add(page);
    }

    /**
     * The report, after the last page. Nothing is taken in any more.
     *
     * @throws IncompleteReportException when a past meeting's rows are not as many as Zoom announced
     */
    public Report finish(Meeting meeting, Instant now) {
        boolean complete = type != MeetingType.LIVE;
        if (complete && rows != announced) {
            throw new IncompleteReportException(
                    "Zoom announced " + announced + " rows for meeting " + meeting.id() + " and sent " + rows + ".");
        }
        Instant liveUntil = type == MeetingType.LIVE ? now : null;
        return new Report(meeting, type, rows, complete, now, () -> attendance.finish(meeting, liveUntil));
    }
}

package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Attendance;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.Report;

/** What one has to know about the numbers of a report. */
final class Notes {

    private Notes() {}

    /** @param totals of the report's attendance */
    static List<ReportPage.Note> of(Report report, Attendance.Totals totals) {
        List<ReportPage.Note> notes = new ArrayList<>();
        String rows = PageText.count(report.rows(), "row", "rows");
        notes.add(
                report.complete()
                        ? new ReportPage.Note("Complete: all " + rows + " that Zoom counted.", false)
                        : new ReportPage.Note(
                                "Not complete: " + rows + ", read while the meeting was going on.", true));
        Attendance attendance = report.attendance();
        AttendanceFilter filter = attendance.filter();
        if (!filter.isNone()) {
            notes.add(new ReportPage.Note(
                    "Only people who were there for at least "
                            + filter.minimumMinutes().toPlainString() + " minutes and "
                            + filter.minimumShare()
                                    .movePointRight(2)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " % of the meeting; "
                            + PageText.count(attendance.leftOut(), "other is", "others are") + " left out.",
                    true));
        }
        if (totals.unknownTimes() > 0) {
            notes.add(new ReportPage.Note(
                    "The time of " + PageText.count(totals.unknownTimes(), "row", "rows")
                            + " is unknown and counts for nothing.",
                    true));
        }
        if (totals.backwardTimes() > 0) {
            notes.add(new ReportPage.Note(
                    PageText.count(totals.backwardTimes(), "row", "rows")
                            + " ended before it began; that time counts for nothing.",
                    true));
        }
        notes.add(new ReportPage.Note(
                "Two devices at once count once. Breakout rooms count, the waiting room does not.", false));
        return notes;
    }
}

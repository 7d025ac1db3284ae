package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.report.attendance.AttendanceStatus;

/** What one has to know about the numbers of a report. */
final class Notes {
    private final Messages messages;
    private final List<ReportPage.Note> notes = new ArrayList<>();

    private Notes(Messages messages) {
        this.messages = messages;
    }

    static List<ReportPage.Note> of(Report report, Messages messages) {
        Notes notes = new Notes(messages);
        notes.say(report.complete() ? "note_complete" : "note_not_complete", !report.complete(), report.rows());
        notes.say("note_source_" + report.source().value(), false);
        notes.of(report.attendance());
        return notes.notes;
    }

    private void of(Attendance attendance) {
        AttendanceFilter filter = attendance.filter();
        Attendance.Totals totals = attendance.totals();
        if (!filter.isNone()) {
            say("note_filter", true, filter.minimumMinutes(), filter.minimumShare(), attendance.leftOut());
        }
        if (totals.unknownTimes() > 0) {
            say("note_unknown_times", true, totals.unknownTimes());
        }
        if (totals.backwardTimes() > 0) {
            say("note_backward_times", true, totals.backwardTimes());
        }
        if (totals.count(AttendanceStatus.SHORT) > 0) {
            say("note_short", false, attendance.context().rules().minimumShare());
        }
        say("note_counting", false);
        say("note_names", false);
    }

    private void say(String key, boolean warning, Object... values) {
        notes.add(new ReportPage.Note(messages.text(key, values), warning));
    }
}

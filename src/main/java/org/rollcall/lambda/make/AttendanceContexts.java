package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rollcall.lambda.event.AttendanceFields;
import org.rollcall.lambda.event.ReportRequest;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.AttendanceRules;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.row.Zones;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.zoom.error.ZoomException;
import org.rollcall.zoom.source.Schedule;
import org.rollcall.zoom.source.ZoomMeeting;

/** What the attendance of a report is counted against: schedule, time zone, rules and expected people. */
@Singleton
class AttendanceContexts {
    private final EarlierReports earlierReports;
    private final ExpectedPeople expected;
    private final Settings settings;

    AttendanceContexts(EarlierReports earlierReports, ExpectedPeople expected, Settings settings) {
        this.earlierReports = earlierReports;
        this.expected = expected;
        this.settings = settings;
    }

    /**
     * What is stored of a meeting.
     *
     * @param meeting what is known of it, with what an earlier report knew
     * @param roster whom its roster names, where it counts
     */
    record Stored(Meeting meeting, Optional<List<ExpectedPerson>> roster) {}

    /**
     * Returns what is stored of a meeting, once Zoom has said which it is.
     *
     * @throws ZoomException when Zoom does not
     * @throws InvalidSettingException when a setting is malformed
     */
    Stored stored(ReportRequest request, ZoomMeeting meeting) {
        Meeting known = earlierReports.complete(meeting.meeting());
        return new Stored(
                known, request.query().unchanged() ? Optional.empty() : expected.roster(request.attendance(), known));
    }

    /**
     * Returns what a report's attendance is counted against.
     *
     * @param stored what is stored of the meeting
     * @param now when the last page was in
     * @param registered whether rows have registrants' IDs
     * @throws InvalidSettingException when a setting is malformed
     */
    AttendanceContext of(ReportRequest request, Stored stored, ZoomMeeting meeting, Instant now, boolean registered) {
        Meeting known = stored.meeting();
        AttendanceFields fields = request.attendance();
        // On Zoom's own paths nothing is asked of Zoom that the program does not ask.
        boolean zooms = request.query().unchanged();
        Optional<Schedule> schedule = zooms || fields.scheduledStart() != null || fields.scheduledEnd() != null
                ? Optional.empty()
                : meeting.schedule();
        Optional<ZoneId> zone = fields.zone()
                .or(() -> Zones.parse(known.timezone()))
                .or(() -> schedule.flatMap(times -> Zones.parse(times.timezone())));
        List<ExpectedPerson> people = zooms
                ? null
                : expected.of(fields, stored.roster(), meeting, registered).orElse(null);
        return new AttendanceContext(
                known.startTime(),
                known.endTime(),
                meeting.type() == MeetingType.LIVE ? now : null,
                schedule.map(Schedule::start).orElse(fields.scheduledStart()),
                schedule.map(Schedule::end).orElse(fields.scheduledEnd()),
                zone.orElseGet(settings::reportTimezone),
                zone.isPresent(),
                rules(),
                people);
    }

    private AttendanceRules rules() {
        return new AttendanceRules(
                settings.attendanceLateAfter(),
                settings.attendanceLeftEarlyBefore(),
                settings.attendanceMinimumShare());
    }
}

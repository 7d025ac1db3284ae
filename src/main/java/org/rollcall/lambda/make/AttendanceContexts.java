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
import org.rollcall.zoom.source.Schedule;
import org.rollcall.zoom.source.ZoomMeeting;

/** What the attendance of a report is counted against: schedule, time zone, rules and expected people. */
@Singleton
class AttendanceContexts {
    private final ExpectedPeople expected;
    private final Settings settings;

    AttendanceContexts(ExpectedPeople expected, Settings settings) {
        this.expected = expected;
        this.settings = settings;
    }

    /**
     * Returns what a report's attendance is counted against.
     *
     * @param known what is known of the meeting
     * @param now when the last page was in
     * @param registered whether rows have registrants' IDs
     * @throws InvalidSettingException when a setting is malformed
     */
    AttendanceContext of(ReportRequest request, Meeting known, ZoomMeeting meeting, Instant now, boolean registered) {
        AttendanceFields fields = request.attendance();
        // On Zoom's own paths nothing is asked of Zoom that the program does not ask.
        boolean zooms = request.query().unchanged();
        Optional<Schedule> schedule = zooms || fields.scheduledStart() != null || fields.scheduledEnd() != null
                ? Optional.empty()
                : meeting.schedule();
        Optional<ZoneId> zone = fields.zone()
                .or(() -> Zones.parse(known.timezone()))
                .or(() -> schedule.flatMap(times -> Zones.parse(times.timezone())));
        List<ExpectedPerson> people =
                zooms ? null : expected.of(fields, known, meeting, registered).orElse(null);
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

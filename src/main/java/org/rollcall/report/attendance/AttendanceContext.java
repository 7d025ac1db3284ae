package org.rollcall.report.attendance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What attendance is counted against. What is unknown is {@code null}.
 *
 * @param start when the meeting began
 * @param end when it ended
 * @param now when a live meeting's rows end, as far as it goes; {@code null} if the meeting is over
 * @param scheduledStart when it was meant to begin
 * @param scheduledEnd when it was meant to end
 * @param zone the time zone of local times
 * @param zoneKnown whether that is the meeting's own, rather than a default
 * @param rules what counts as late, as left early, and as too short
 * @param expected who should have been there; {@code null} if nobody said
 */
public record AttendanceContext(
        Instant start,
        Instant end,
        Instant now,
        Instant scheduledStart,
        Instant scheduledEnd,
        ZoneId zone,
        boolean zoneKnown,
        AttendanceRules rules,
        List<ExpectedPerson> expected) {

    /** Of a meeting of which nothing is known. */
    public static final AttendanceContext UNKNOWN = of(null, null, null);

    public AttendanceContext {
        expected = expected == null ? null : List.copyOf(expected);
    }

    /** Of a meeting whose schedule, zone and expected people are unknown, with the default rules. */
    public static AttendanceContext of(Instant start, Instant end, Instant now) {
        return new AttendanceContext(start, end, now, null, null, ZoneOffset.UTC, false, AttendanceRules.DEFAULT, null);
    }

    /** The same with when it was meant to be. */
    public AttendanceContext withSchedule(Instant scheduledStart, Instant scheduledEnd) {
        return new AttendanceContext(start, end, now, scheduledStart, scheduledEnd, zone, zoneKnown, rules, expected);
    }

    /** The same with another time zone. */
    public AttendanceContext withZone(ZoneId zone, boolean known) {
        return new AttendanceContext(start, end, now, scheduledStart, scheduledEnd, zone, known, rules, expected);
    }

    /** The same with other rules. */
    public AttendanceContext withRules(AttendanceRules rules) {
        return new AttendanceContext(start, end, now, scheduledStart, scheduledEnd, zone, zoneKnown, rules, expected);
    }

    /** The same with those who should have been there; {@code null} if nobody said. */
    public AttendanceContext withExpected(List<ExpectedPerson> expected) {
        return new AttendanceContext(start, end, now, scheduledStart, scheduledEnd, zone, zoneKnown, rules, expected);
    }

    /** The zone's name; {@code UTC} rather than its offset. */
    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** What late and early are counted from: {@code schedule} or {@code meeting}. */
    public String countedFrom() {
        return scheduledStart != null || scheduledEnd != null ? "schedule" : "meeting";
    }
}

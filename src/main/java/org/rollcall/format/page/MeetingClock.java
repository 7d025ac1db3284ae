package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.rollcall.report.attendance.AttendanceContext;

/**
 * Times as the page shows them: in the meeting's time zone, with the day where it is another than the meeting's, and
 * with the offset from UTC where the clocks change.
 */
final class MeetingClock {
    private static final String UTC = "UTC";

    private final Messages messages;
    private final ZoneId zone;
    private final String zoneName;
    private final ZonedDateTime start;
    private final ZoneOffsetTransition change;

    private MeetingClock(Messages messages, ZoneId zone, String zoneName, Instant start, Instant end) {
        this.messages = messages;
        this.zone = zone;
        this.zoneName = zoneName;
        this.start = start.atZone(zone);
        ZoneOffsetTransition next = zone.getRules().nextTransition(start);
        this.change = next != null && end != null && next.getInstant().isBefore(end) ? next : null;
    }

    /** @param end {@code null} if unknown */
    static MeetingClock of(AttendanceContext context, Instant start, Instant end, Messages messages) {
        return new MeetingClock(messages, context.zone(), context.zoneName(), start, end);
    }

    /** The same meeting in UTC. */
    MeetingClock utc() {
        return new MeetingClock(messages, ZoneOffset.UTC, UTC, start.toInstant(), null);
    }

    boolean isUtc() {
        return zoneName.equals(UTC);
    }

    /** The zone's name and how far it is from UTC. */
    String zone() {
        return change == null
                ? zoneAt(start.toInstant())
                : messages.text(
                        "zone_changing", zoneName, offset(change.getOffsetBefore()), offset(change.getOffsetAfter()));
    }

    /** The zone's name and how far it is from UTC at a time. */
    String zoneAt(Instant time) {
        return isUtc() ? UTC : messages.text("zone", zoneName, offset(at(time).getOffset()));
    }

    /** What happens to the clocks during the meeting; {@code null} if nothing does. */
    String change() {
        return change == null
                ? null
                : messages.text(
                        "clocks_change",
                        withOffset(change.getDateTimeBefore()
                                .atOffset(change.getOffsetBefore())
                                .toZonedDateTime()),
                        withOffset(change.getDateTimeAfter()
                                .atOffset(change.getOffsetAfter())
                                .toZonedDateTime()));
    }

    /** When the clocks change during the meeting; {@code null} if they do not. */
    Instant changesAt() {
        return change == null ? null : change.getInstant();
    }

    ZonedDateTime at(Instant time) {
        return time.atZone(zone);
    }

    /** The hour and minute; {@code null} stays. */
    String time(Instant time) {
        if (time == null) {
            return null;
        }
        ZonedDateTime local = at(time);
        boolean near = Duration.between(start, local).abs().toDays() < 7;
        // Of a day long ago or ahead the offset says nothing that the day does not.
        boolean offset = change != null || near && !local.getOffset().equals(start.getOffset());
        String clock = offset ? withOffset(local) : clock(local);
        return local.toLocalDate().equals(start.toLocalDate())
                ? clock
                : messages.text("time_on_day", day(local), clock);
    }

    /** Day, hour and minute. */
    String dayAndTime(Instant time) {
        ZonedDateTime local = at(time);
        return messages.text("time_on_day", longDay(local), change == null ? clock(local) : withOffset(local));
    }

    /** From one time to another; the day once, where it is the same. */
    String span(Instant from, Instant to) {
        if (to == null) {
            return dayAndTime(from);
        }
        ZonedDateTime end = at(to);
        boolean sameDay = at(from).toLocalDate().equals(end.toLocalDate());
        String last = change == null ? clock(end) : withOffset(end);
        return messages.text("span", dayAndTime(from), sameDay ? last : dayAndTime(to));
    }

    /** The day; with its year where that is another than the meeting's. */
    String day(ZonedDateTime time) {
        String month = messages.oneOf("months_short", time.getMonthValue());
        return time.getYear() == start.getYear()
                ? messages.text("day_short", "" + time.getDayOfMonth(), month)
                : messages.text("day_short_year", "" + time.getDayOfMonth(), month, "" + time.getYear());
    }

    // Not by a formatter: the names of a locale are not in every native executable.
    private String longDay(ZonedDateTime time) {
        return messages.text(
                "day_long",
                messages.oneOf("weekdays", time.getDayOfWeek().getValue()),
                "" + time.getDayOfMonth(),
                messages.oneOf("months", time.getMonthValue()),
                "" + time.getYear());
    }

    /** The hour and minute with the offset from UTC. */
    String withOffset(ZonedDateTime time) {
        return messages.text("time_with_offset", clock(time), offset(time.getOffset()));
    }

    static String clock(ZonedDateTime time) {
        return time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    // +1 and +5:30 rather than +01:00.
    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return (offset.getTotalSeconds() < 0 ? "−" : "+")
                + minutes / 60
                + (minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60);
    }
}

package org.rollcall.format.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as the page shows them: in the time zone of the meeting, or in UTC where that is unknown. In English. */
final class MeetingClock {
    private static final String UTC = "UTC";

    private final ZoneId zone;
    private final String zoneName;
    private final LocalDate day;

    private MeetingClock(ZoneId zone, String zoneName, Instant start) {
        this.zone = zone;
        this.zoneName = zoneName;
        this.day = LocalDate.ofInstant(start, zone);
    }

    /**
     * @param timezone IANA name; {@code null} if unknown
     * @param start the day this is on goes without saying
     */
    static MeetingClock of(String timezone, Instant start) {
        try {
            return timezone == null ? utc(start) : new MeetingClock(ZoneId.of(timezone), timezone, start);
        } catch (DateTimeException e) {
            return utc(start);
        }
    }

    static MeetingClock utc(Instant start) {
        return new MeetingClock(ZoneOffset.UTC, UTC, start);
    }

    boolean isUtc() {
        return zoneName.equals(UTC);
    }

    /** The zone's name. */
    String zone() {
        return zoneName;
    }

    /** The zone's name and how far it is from UTC at a time. */
    String zoneAt(Instant time) {
        ZoneOffset offset = zone.getRules().getOffset(time);
        return isUtc() ? UTC : zoneName + ", UTC" + (offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId());
    }

    ZonedDateTime at(Instant time) {
        return time.atZone(zone);
    }

    /** The hour and minute, with the day where that is another than the meeting's; {@code null} stays. */
    String time(Instant time) {
        if (time == null) {
            return null;
        }
        ZonedDateTime local = at(time);
        return local.toLocalDate().equals(day) ? clock(local) : shortDay(local) + ", " + clock(local);
    }

    /** Day, hour and minute. */
    String dayAndTime(Instant time) {
        ZonedDateTime local = at(time);
        return longDay(local) + ", " + clock(local);
    }

    /** From one time to another; the day once, where it is the same. */
    String span(Instant from, Instant to) {
        if (to == null) {
            return dayAndTime(from);
        }
        boolean sameDay = at(from).toLocalDate().equals(at(to).toLocalDate());
        return dayAndTime(from) + " – " + (sameDay ? clock(at(to)) : dayAndTime(to));
    }

    static String shortDay(ZonedDateTime time) {
        return time.getDayOfMonth() + " " + name(time.getMonth()).substring(0, 3);
    }

    private static String longDay(ZonedDateTime time) {
        return name(time.getDayOfWeek()) + ", " + time.getDayOfMonth() + " " + name(time.getMonth()) + " "
                + time.getYear();
    }

    static String clock(ZonedDateTime time) {
        return time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    // Not by a formatter: the names of a locale are not in every native image.
    private static String name(Enum<?> dayOrMonth) {
        String name = dayOrMonth.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}

package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The times below the chart: full hours or parts of them, as many as there is room for. */
final class TimeAxis {
    private static final int DAY = 1440;
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, DAY, 2 * DAY, 5 * DAY, 10 * DAY};
    private static final int MAX_TIMES = 8;

    private final Instant from;
    private final Instant to;
    private final MeetingClock clock;
    private final int minutes;

    /** @param to later than {@code from} */
    TimeAxis(Instant from, Instant to, MeetingClock clock) {
        this.from = from;
        this.to = to;
        this.clock = clock;
        long length = Duration.between(from, to).toMinutes();
        int least = MINUTES[MINUTES.length - 1];
        for (int i = MINUTES.length - 1; i >= 0 && length / MINUTES[i] < MAX_TIMES; i--) {
            least = MINUTES[i];
        }
        this.minutes = least;
    }

    /** Returns the marks, from left to right. Where the clocks change, the marks before and behind say to what. */
    List<Course.Mark> marks() {
        List<ZonedDateTime> times = times();
        int anchor = 0;
        for (int i = 1; i < times.size(); i++) {
            anchor = offset(times, i).equals(offset(times, i - 1)) ? anchor : i;
        }
        List<Course.Mark> marks = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            double part =
                    (double) Duration.between(from, times.get(i).toInstant()).toMillis()
                            / Duration.between(from, to).toMillis();
            marks.add(new Course.Mark(label(times, i), Course.place(part), (i - anchor) % 2 != 0));
        }
        return marks;
    }

    // Along the instants, so that an hour that comes twice has its marks twice.
    private List<ZonedDateTime> times() {
        List<ZonedDateTime> times = new ArrayList<>();
        ZonedDateTime midnight = clock.at(from).truncatedTo(ChronoUnit.DAYS);
        long passed = Duration.between(midnight.toInstant(), from).toMinutes();
        ZonedDateTime time = midnight.plusMinutes(passed / minutes * minutes);
        while (!time.toInstant().isAfter(to) && times.size() <= 2 * MAX_TIMES) {
            if (!time.toInstant().isBefore(from)) {
                times.add(time);
            }
            time = minutes % DAY == 0 ? time.plusDays(minutes / DAY) : time.plusMinutes(minutes);
        }
        return times;
    }

    private String label(List<ZonedDateTime> times, int i) {
        ZonedDateTime time = times.get(i);
        if (minutes >= DAY
                || i > 0 && !time.toLocalDate().equals(times.get(i - 1).toLocalDate())) {
            return clock.day(time);
        }
        boolean changed = i > 0 && !offset(times, i).equals(offset(times, i - 1));
        boolean first = i == 0 && !offset(times, i).equals(offset(times, times.size() - 1));
        return changed || first ? clock.withOffset(time) : MeetingClock.clock(time);
    }

    private static ZoneOffset offset(List<ZonedDateTime> times, int i) {
        return times.get(i).getOffset();
    }
}

package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.Concurrency;

/**
 * The chart of how many were there over time.
 *
 * @param width of the drawing; its height is 100
 * @param area the data of an SVG path that is filled
 * @param line the data of the path above it
 * @param grid the data of the lines that the numbers stand at
 * @param counts numbers at the side, and how far from the top they stand, in percent
 * @param times times below, and how far from the left they stand, in percent
 * @param text what the chart shows, in words
 * @param points some of what it shows, in numbers
 */
public record Course(
        int width,
        String area,
        String line,
        String grid,
        List<Mark> counts,
        List<Mark> times,
        String text,
        List<Point> points) {
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400};
    private static final int MAX_TIMES = 8;
    private static final int POINTS = 12;

    /** A label and where it stands, in percent. */
    public record Mark(String label, String place) {}

    /** How many were there at most in a part of the meeting. */
    public record Point(String time, String people) {}

    /** The chart, or {@code null} where there is nothing to draw. */
    static Course of(Concurrency concurrency, MeetingClock clock) {
        List<Integer> course = concurrency.course();
        if (course.isEmpty() || concurrency.peak() == 0) {
            return null;
        }
        int step = step(concurrency.peak());
        int top = (concurrency.peak() + step - 1) / step * step;
        List<Mark> counts = new ArrayList<>();
        StringBuilder grid = new StringBuilder();
        for (int count = 0; count <= top; count += step) {
            String place = place(1 - (double) count / top);
            counts.add(new Mark(PageText.count(count), place));
            grid.append("M0 ").append(place).append('H').append(course.size());
        }
        String line = line(course, top);
        return new Course(
                course.size(),
                "M0 100" + line.replaceFirst("M0 ", "V") + "V100z",
                line,
                grid.toString(),
                counts,
                times(concurrency, clock),
                text(concurrency, clock),
                points(concurrency, clock));
    }

    private static int step(int peak) {
        int power = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if ((long) factor * power * 5 >= peak) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private static String line(List<Integer> course, int top) {
        StringBuilder line = new StringBuilder();
        for (int slot = 0; slot < course.size(); slot++) {
            String height = place(1 - (double) course.get(slot) / top);
            if (slot == 0) {
                line.append("M0 ").append(height);
            } else if (!course.get(slot).equals(course.get(slot - 1))) {
                line.append('H').append(slot).append('V').append(height);
            }
        }
        return line.append('H').append(course.size()).toString();
    }

    private static List<Mark> times(Concurrency concurrency, MeetingClock clock) {
        Duration length = Duration.between(concurrency.from(), concurrency.to());
        int minutes = MINUTES[MINUTES.length - 1];
        for (int i = MINUTES.length - 1; i >= 0 && length.toMinutes() / MINUTES[i] < MAX_TIMES; i--) {
            minutes = MINUTES[i];
        }
        List<Mark> times = new ArrayList<>();
        ZonedDateTime midnight = clock.at(concurrency.from()).truncatedTo(ChronoUnit.DAYS);
        long passed = Duration.between(midnight.toInstant(), concurrency.from()).toMinutes();
        ZonedDateTime time = midnight.plusMinutes(passed / minutes * minutes);
        for (;
                !time.toInstant().isAfter(concurrency.to()) && times.size() <= 2 * MAX_TIMES;
                time = time.plusMinutes(minutes)) {
            if (!time.toInstant().isBefore(concurrency.from())) {
                double place = (double) Duration.between(concurrency.from(), time.toInstant())
                                .toMillis()
                        / length.toMillis();
                times.add(new Mark(
                        minutes < 1440 ? MeetingClock.clock(time) : MeetingClock.shortDay(time), place(place)));
            }
        }
        return times;
    }

    private static String text(Concurrency concurrency, MeetingClock clock) {
        List<Integer> course = concurrency.course();
        String peakAt = clock.time(concurrency.peakAt());
        return "From " + clock.time(concurrency.from()) + " to " + clock.time(concurrency.to()) + ": "
                + PageText.count(course.get(0)) + " at the beginning, "
                + PageText.count(concurrency.peak()) + " at the most (" + peakAt + "), "
                + PageText.count(course.get(course.size() / 2)) + " half way, "
                + PageText.count(course.get(course.size() - 1)) + " at the end.";
    }

    private static List<Point> points(Concurrency concurrency, MeetingClock clock) {
        List<Integer> course = concurrency.course();
        long length = Duration.between(concurrency.from(), concurrency.to()).toMillis();
        int slots = course.size() / POINTS;
        List<Point> points = new ArrayList<>();
        for (int slot = 0; slot + slots <= course.size(); slot += slots) {
            Instant from = concurrency.from().plusMillis(length * slot / course.size());
            Instant to = concurrency.from().plusMillis(length * (slot + slots) / course.size());
            int most = course.subList(slot, slot + slots).stream()
                    .mapToInt(people -> people)
                    .max()
                    .orElse(0);
            points.add(new Point(clock.time(from) + " – " + clock.time(to), PageText.count(most)));
        }
        return points;
    }

    // From 0 to 100 with at most one decimal.
    private static String place(double part) {
        long tenths = Math.round(part * 1000);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}

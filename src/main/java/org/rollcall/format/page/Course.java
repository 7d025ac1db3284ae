package org.rollcall.format.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.attendance.AttendanceCurve;

/**
 * The chart of how many were there over time.
 *
 * @param width of the drawing; its height is 100
 * @param area the data of an SVG path that is filled
 * @param line the data of the path above it
 * @param grid the data of the lines that the numbers stand at
 * @param counts numbers at the side, and how far from the top they stand, in percent
 * @param times times below, and how far from the left they stand, in percent
 * @param change the data of a line where the clocks change
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
        String change,
        String text,
        List<Point> points) {
    private static final int POINTS = 12;

    /**
     * A label and where it stands, in percent.
     *
     * @param minor whether it gives way where there is little room
     */
    public record Mark(String label, String place, boolean minor) {}

    /** How many were there at most in a part of the meeting. */
    public record Point(String time, String people) {}

    /** The chart, or {@code null} where there is nothing to draw. */
    static Course of(AttendanceCurve curve, MeetingClock clock, Messages messages) {
        List<Integer> course = curve.slots();
        if (course.isEmpty() || curve.peak() == 0) {
            return null;
        }
        int step = step(curve.peak());
        int top = (curve.peak() + step - 1) / step * step;
        List<Mark> counts = new ArrayList<>();
        StringBuilder grid = new StringBuilder();
        for (int count = 0; count <= top; count += step) {
            String place = place(1 - (double) count / top);
            counts.add(new Mark(messages.number(count), place, false));
            grid.append("M0 ").append(place).append('H').append(course.size());
        }
        String line = line(course, top);
        return new Course(
                course.size(),
                "M0 100" + line.replaceFirst("M0 ", "V") + "V100z",
                line,
                grid.toString(),
                counts,
                new TimeAxis(curve.from(), curve.to(), clock).marks(),
                change(curve, clock),
                text(curve, clock, messages),
                points(curve, clock, messages));
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

    private static String change(AttendanceCurve curve, MeetingClock clock) {
        Instant change = clock.changesAt();
        if (change == null || change.isBefore(curve.from()) || change.isAfter(curve.to())) {
            return null;
        }
        double part = (double) Duration.between(curve.from(), change).toMillis()
                / Duration.between(curve.from(), curve.to()).toMillis();
        return "M" + Math.round(part * curve.slots().size()) + " 0V100";
    }

    private static String text(AttendanceCurve curve, MeetingClock clock, Messages messages) {
        List<Integer> course = curve.slots();
        return messages.text(
                "chart_text",
                clock.time(curve.from()),
                clock.time(curve.to()),
                course.get(0),
                curve.peak(),
                clock.time(curve.peakAt()),
                course.get(course.size() / 2),
                course.get(course.size() - 1));
    }

    private static List<Point> points(AttendanceCurve curve, MeetingClock clock, Messages messages) {
        List<Integer> course = curve.slots();
        long length = Duration.between(curve.from(), curve.to()).toMillis();
        int slots = course.size() / POINTS;
        List<Point> points = new ArrayList<>();
        for (int slot = 0; slot + slots <= course.size(); slot += slots) {
            Instant from = curve.from().plusMillis(length * slot / course.size());
            Instant to = curve.from().plusMillis(length * (slot + slots) / course.size());
            int most = course.subList(slot, slot + slots).stream()
                    .mapToInt(people -> people)
                    .max()
                    .orElse(0);
            points.add(new Point(messages.text("span", clock.time(from), clock.time(to)), messages.number(most)));
        }
        return points;
    }

    /** A part of the whole, in percent with at most one decimal. */
    static String place(double part) {
        long tenths = Math.round(part * 1000);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}

package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.report.attendance.Intervals;

/** Draws when somebody was there as the data of an SVG path, {@value #WIDTH} wide and {@value #HEIGHT} high. */
final class Timeline {
    /** How wide the drawing is. */
    static final int WIDTH = 1000;
    /** How high the drawing is. */
    static final int HEIGHT = 10;

    private static final int MAX_PIECES = 50;
    private static final int LEAST_WIDTH = 4;

    private final long from;
    private final long to;

    /** @param to later than {@code from} */
    Timeline(long from, long to) {
        this.from = from;
        this.to = to;
    }

    /** The path; who came and went too often to be drawn so has their stays rounded to a hundredth of the width. */
    String path(Intervals present) {
        List<int[]> pieces = pieces(present, 1);
        if (pieces.size() > MAX_PIECES) {
            pieces = pieces(present, WIDTH / 100);
        }
        StringBuilder path = new StringBuilder();
        for (int[] piece : pieces) {
            int width = Math.max(LEAST_WIDTH, piece[1] - piece[0]);
            int left = Math.min(piece[0], WIDTH - width);
            path.append('M')
                    .append(left)
                    .append(" 0h")
                    .append(width)
                    .append("v10h-")
                    .append(width)
                    .append('z');
        }
        return path.toString();
    }

    private List<int[]> pieces(Intervals present, int grain) {
        List<int[]> pieces = new ArrayList<>();
        for (int i = 0; i < present.count(); i++) {
            if (present.end(i) > from && present.start(i) < to) {
                int left = (int) Math.floor(place(present.start(i)) / grain) * grain;
                int right = (int) Math.ceil(place(present.end(i)) / grain) * grain;
                int[] last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
                if (last != null && left <= last[1]) {
                    last[1] = Math.max(last[1], right);
                } else {
                    pieces.add(new int[] {left, right});
                }
            }
        }
        return pieces;
    }

    private double place(long time) {
        return (double) (Math.max(from, Math.min(to, time)) - from) * WIDTH / (to - from);
    }
}

package org.rollcall.report.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.rollcall.report.attendance.AttendanceStatus;

/**
 * One person over all instances of a series.
 *
 * @param cells one an instance, in the order of the instances; {@code null} where no report names the person
 * @param share the part of all instances together that they were there, from 0 to 1, without those that they were
 *     excused from; {@code null} if unknown
 * @param guessed whether a name alone says that it is one person
 */
public record SeriesMember(String name, String email, List<SeriesCell> cells, BigDecimal share, boolean guessed) {
    public SeriesMember {
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }

    /** Returns how many instances they were in. */
    public int attended() {
        return count(SeriesCell::isAttended);
    }

    /** Returns how many instances they came late to. */
    public int late() {
        return count(SeriesCell::isLate);
    }

    /** Returns how many instances they missed without an excuse. */
    public int absent() {
        return count(cell -> cell.status() == AttendanceStatus.ABSENT);
    }

    /** Returns how many minutes they were there in all; {@code null} if unknown. */
    public BigDecimal minutes() {
        List<BigDecimal> known = cells.stream()
                .filter(Objects::nonNull)
                .map(SeriesCell::minutes)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? null
                : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_UP);
    }

    private int count(Predicate<SeriesCell> predicate) {
        return (int) cells.stream().filter(Objects::nonNull).filter(predicate).count();
    }
}

package org.rollcall.report.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One instance of a series, or several that a drop cut apart.
 *
 * @param uuids of the instances, the earliest first
 * @param start when it began
 * @param end when it ended; {@code null} if unknown
 * @param zone the time zone of its local times
 */
public record SeriesInstance(List<String> uuids, String topic, Instant start, Instant end, ZoneId zone) {
    /** A meeting that is begun again within this time is the same one. */
    private static final Duration DROP = Duration.ofMinutes(30);

    public SeriesInstance {
        uuids = List.copyOf(uuids);
    }

    /** Returns when it began, by its own clock. */
    public LocalDateTime localStart() {
        return LocalDateTime.ofInstant(start, zone);
    }

    /** Returns how long it was, in milliseconds; 0 if unknown. */
    public long length() {
        return end == null ? 0 : Math.max(0, Duration.between(start, end).toMillis());
    }

    /** Returns whether a later instance is this one, begun again on the same local day after a drop. */
    boolean isContinuedBy(SeriesInstance later) {
        LocalDate day = localStart().toLocalDate();
        return end != null
                && day.equals(later.localStart().toLocalDate())
                && Duration.between(end, later.start).compareTo(DROP) <= 0;
    }

    /** Returns this one and its continuation as one. */
    SeriesInstance with(SeriesInstance later) {
        List<String> all = new ArrayList<>(uuids);
        all.addAll(later.uuids);
        Instant last = later.end == null || end != null && end.isAfter(later.end) ? end : later.end;
        return new SeriesInstance(all, topic, start, last, zone);
    }
}

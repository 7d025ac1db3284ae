package org.rollcall.report.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.rollcall.report.attendance.AttendanceStatus;

/**
 * Who came to which instance of one meeting number.
 *
 * @param meetingId the number
 * @param topic of the latest instance; {@code null} if unknown
 * @param from the first day that was asked for; {@code null} without a beginning
 * @param to the last day; {@code null} without an end
 * @param instances the earliest first
 * @param members by name
 */
public record Series(
        String meetingId,
        String topic,
        LocalDate from,
        LocalDate to,
        List<SeriesInstance> instances,
        List<SeriesMember> members) {
    public Series {
        instances = List.copyOf(instances);
        members = List.copyOf(members);
    }

    /** Returns how many people were in an instance. */
    public int attended(int instance) {
        return (int) members.stream()
                .map(member -> member.cells().get(instance))
                .filter(Objects::nonNull)
                .filter(SeriesCell::isAttended)
                .count();
    }

    /** Returns how many people missed an instance without an excuse. */
    public int absent(int instance) {
        return (int) members.stream()
                .map(member -> member.cells().get(instance))
                .filter(Objects::nonNull)
                .filter(cell -> cell.status() == AttendanceStatus.ABSENT)
                .count();
    }
}

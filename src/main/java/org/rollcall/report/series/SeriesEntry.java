package org.rollcall.report.series;

import java.math.BigDecimal;
import java.time.Instant;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Identifiers;

/**
 * What the report of one instance says of one person. What is unknown or redacted is {@code null}.
 *
 * @param firstJoin when they came first
 * @param lastLeave when they left last
 * @param minutes how many minutes they were there
 * @param share the part of the instance that they were there, from 0 to 1
 * @param identifiers what Zoom identifies them by
 */
public record SeriesEntry(
        String name,
        String email,
        Instant firstJoin,
        Instant lastLeave,
        BigDecimal minutes,
        BigDecimal share,
        AttendanceStatus status,
        Identifiers identifiers) {
    /** Returns whether nothing says who it is. */
    boolean isNameless() {
        return name == null
                && email == null
                && identifiers.participantUserId() == null
                && identifiers.registrantId() == null
                && identifiers.customerKey() == null;
    }
}

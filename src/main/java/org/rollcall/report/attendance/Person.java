package org.rollcall.report.attendance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.report.row.Field;

/**
 * One person's attendance. What Zoom does not tell, or what is redacted, is {@code null}.
 *
 * @param name the name they were there under for the longest time; the roster's for who did not come
 * @param email likewise, and the roster's where Zoom has none
 * @param role the strongest they had
 * @param matchedBy the weakest field that was needed to join their rows; with nothing to join, the strongest that tells
 *     who they are
 * @param firstJoin the earliest time any of their rows says they came
 * @param lastLeave the latest time any of their rows says they left, or the end of the meeting (now, for a live one)
 *     where a row does not say
 * @param presence when they were there
 * @param status how they attended
 * @param remarks what to know about it, in the order of {@link Remark}
 * @param identifiers what Zoom identifies them by
 * @param details how else they were there
 * @param roster what else the roster says of them, by column
 */
public record Person(
        String name,
        String email,
        String role,
        Field matchedBy,
        Instant firstJoin,
        Instant lastLeave,
        Presence presence,
        AttendanceStatus status,
        List<Remark> remarks,
        Identifiers identifiers,
        PersonDetails details,
        Map<String, String> roster) {

    /** The name of the field in {@link #matchedBy}, as Zoom spells it; {@code null} if there is none. */
    public String matchedByName() {
        return matchedBy == null ? null : matchedBy.fieldName();
    }

    /** All remarks, in words; {@code null} if there are none. */
    public String remark() {
        return remarks.isEmpty() ? null : remarks.stream().map(Remark::text).collect(Collectors.joining("; "));
    }

    /** Whether they were in the meeting, rather than in its waiting room alone or nowhere. */
    public boolean isAttending() {
        return status == null || status.isAttending();
    }

    /** How many minutes they were there, to 2 places; {@code null} if unknown. */
    public BigDecimal minutes() {
        return presence.minutes();
    }

    /** The part of the meeting that they were there, from 0 to 1, to 4 places; {@code null} if unknown. */
    public BigDecimal share() {
        return presence.share();
    }
}

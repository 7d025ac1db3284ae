package org.rollcall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * One person's attendance. What Zoom does not tell, or what is redacted, is {@code null}.
 *
 * @param name the name they were there under for the longest time
 * @param email likewise
 * @param role the strongest they had
 * @param matchedBy the weakest field that was needed to join their rows; with nothing to join, the strongest that tells
 *     who they are
 * @param firstJoin the earliest time any of their rows says they came
 * @param lastLeave the latest time any of their rows says they left, or the end of the meeting (now, for a live one)
 *     where a row does not say
 * @param present when they were there: the union of their rows' times
 * @param meetingLength how long the meeting was, in milliseconds; 0 or less if unknown
 * @param onlyWaited whether they were never let in from the waiting room
 * @param stillThere whether they had not left a live meeting yet
 * @param unknownTimes how many of their rows have a time that is absent or unreadable, and so count for nothing
 * @param backwardTimes how many of their rows end before they begin, and so count for nothing
 */
public record Person(
        String name,
        String email,
        String role,
        Field matchedBy,
        Instant firstJoin,
        Instant lastLeave,
        Intervals present,
        long meetingLength,
        boolean onlyWaited,
        boolean stillThere,
        int unknownTimes,
        int backwardTimes) {

    /** The name of the field in {@link #matchedBy}, as Zoom spells it; {@code null} if there is none. */
    public String matchedByName() {
        return matchedBy == null ? null : matchedBy.fieldName();
    }

    /** How many minutes they were there, rounded down to 2 places so that nobody gets more than they had. */
    public BigDecimal minutes() {
        return plain(BigDecimal.valueOf(present.length()).divide(BigDecimal.valueOf(60_000), 2, RoundingMode.DOWN));
    }

    /** How often they stayed: two stays without a moment between them are one, and one without a moment is none. */
    public int sessions() {
        return present.count();
    }

    /**
     * The part of the meeting's length that they were there, from 0 to 1, rounded down to 4 places; {@code null} if
     * that length is unknown.
     */
    public BigDecimal share() {
        if (meetingLength <= 0) {
            return null;
        }
        long part = Math.min(present.length(), meetingLength);
        return plain(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(meetingLength), 4, RoundingMode.DOWN));
    }

    // 60 rather than 60.00 or 6E+1.
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

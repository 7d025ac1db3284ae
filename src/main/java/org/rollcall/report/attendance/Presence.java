package org.rollcall.report.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * When somebody was in a meeting. What is unknown is {@code null}; times are in milliseconds.
 *
 * @param intervals when they were there: the union of their rows' times
 * @param isKnown whether at least one of their rows says when, if any is of the meeting itself
 * @param inMeeting how long they were there between the meeting's start and end
 * @param meetingLength how long the meeting was; 0 if unknown
 * @param late how long after the beginning they came, 0 if they were there
 * @param leftEarly how long before the end they left, 0 if they were there; {@code null} of a live meeting
 * @param onlyWaited whether they were never let in from the waiting room
 * @param stillThere whether they had not left a live meeting yet
 * @param unknownTimes how many of their rows have a time that is unknown or of another day, and count for nothing
 * @param backwardTimes how many of their rows end before they begin, and count for nothing
 * @param timesHidden whether the intervals have their lengths alone, and begin at time 0
 */
public record Presence(
        Intervals intervals,
        boolean isKnown,
        long inMeeting,
        long meetingLength,
        Long late,
        Long leftEarly,
        boolean onlyWaited,
        boolean stillThere,
        int unknownTimes,
        int backwardTimes,
        boolean timesHidden) {
    /** Zoom cuts times to seconds, so that two of one moment can be this far apart. */
    private static final long SECOND = 1000;

    /** Of somebody who never came to a meeting of that length. */
    static Presence none(long meetingLength) {
        return new Presence(new Intervals(), true, 0, meetingLength, null, null, false, false, 0, 0, false);
    }

    /** Of somebody whose rows these are. */
    static Presence of(List<RowFacts> rows, MeetingSpan span, AttendanceContext context) {
        Intervals intervals = new Intervals();
        boolean admitted = false;
        boolean known = false;
        boolean stillThere = false;
        int unknownTimes = 0;
        int backwardTimes = 0;
        for (RowFacts row : rows) {
            if (row.waiting()) {
                continue;
            }
            admitted = true;
            Remark flaw = span.flaw(row);
            if (flaw == null) {
                known = true;
                intervals.add(row.join(), span.leave(row));
                stillThere |= span.live() && row.leave() == RowFacts.OPEN;
            } else if (flaw == Remark.BACKWARD_TIME) {
                backwardTimes++;
            } else {
                unknownTimes++;
            }
        }
        return new Presence(
                intervals,
                known || !admitted,
                inMeeting(intervals, span),
                span.length(),
                late(intervals, span, context),
                leftEarly(intervals, span, context),
                !admitted,
                stillThere,
                unknownTimes,
                backwardTimes,
                false);
    }

    /** How many minutes they were there, to 2 places; {@code null} if unknown. */
    public BigDecimal minutes() {
        return isKnown ? minutes(intervals.length()) : null;
    }

    /** How often they stayed: two stays without a moment between them are one; {@code null} if unknown. */
    public Integer sessions() {
        return isKnown ? intervals.count() : null;
    }

    /** The part of the meeting that they were there, from 0 to 1, to 4 places; {@code null} if unknown. */
    public BigDecimal share() {
        return !isKnown || meetingLength <= 0 ? null : divide(inMeeting, meetingLength, 4);
    }

    /** How many minutes after the beginning they came, to 2 places; {@code null} if unknown. */
    public BigDecimal lateMinutes() {
        return late == null ? null : minutes(late);
    }

    /** How many minutes before the end they left, to 2 places; {@code null} if unknown. */
    public BigDecimal leftEarlyMinutes() {
        return leftEarly == null ? null : minutes(leftEarly);
    }

    /** Whether they were there for at least a share of the meeting, to the millisecond. */
    boolean hasShare(BigDecimal minimum) {
        BigDecimal time = BigDecimal.valueOf(inMeeting);
        return minimum.signum() == 0
                || isKnown
                        && meetingLength > 0
                        && time.compareTo(minimum.multiply(BigDecimal.valueOf(meetingLength))) >= 0;
    }

    /**
     * The same without what tells when they came and left. How much of their time was outside of the meeting is such:
     * then they have no share.
     */
    public Presence withoutTimes() {
        boolean outside = intervals.length() - inMeeting > SECOND;
        return new Presence(
                intervals.withoutTimes(),
                isKnown,
                inMeeting,
                outside ? 0 : meetingLength,
                null,
                null,
                onlyWaited,
                false,
                unknownTimes,
                backwardTimes,
                true);
    }

    /** The same without what tells whether they were let in from the waiting room. */
    public Presence withoutWaiting() {
        return onlyWaited
                ? new Presence(intervals, false, 0, meetingLength, null, null, false, false, 0, 0, timesHidden)
                : this;
    }

    private static BigDecimal minutes(long millis) {
        return divide(millis, 60_000, 2);
    }

    // 60 rather than 60.00 or 6E+1.
    private static BigDecimal divide(long part, long whole, int places) {
        BigDecimal number = BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static long inMeeting(Intervals intervals, MeetingSpan span) {
        long length = 0;
        if (span.length() > 0) {
            long counted = span.start();
            for (int i = 0; i < intervals.count(); i++) {
                boolean meets = intervals.end(i) > span.start() && intervals.start(i) < span.end();
                long start = intervals.start(i) <= span.start() + SECOND ? span.start() : intervals.start(i);
                long end = intervals.end(i) >= span.end() - SECOND ? span.end() : intervals.end(i);
                if (meets && end > counted) {
                    length += end - Math.max(start, counted);
                    counted = end;
                }
            }
        }
        return length;
    }

    private static Long late(Intervals intervals, MeetingSpan span, AttendanceContext context) {
        long from = context.scheduledStart() != null ? context.scheduledStart().toEpochMilli() : span.start();
        if (intervals.count() == 0 || from == RowFacts.UNKNOWN) {
            return null;
        }
        for (int i = 0; i < intervals.count(); i++) {
            if (intervals.end(i) > from) {
                return beyondASecond(intervals.start(i) - from);
            }
        }
        return 0L;
    }

    // A meeting that ended before its time was left early by nobody who was there to its end.
    private static Long leftEarly(Intervals intervals, MeetingSpan span, AttendanceContext context) {
        long to = context.scheduledEnd() != null ? context.scheduledEnd().toEpochMilli() : span.end();
        to = span.end() == RowFacts.UNKNOWN ? to : Math.min(to, span.end());
        if (span.live() || intervals.count() == 0 || to == RowFacts.UNKNOWN) {
            return null;
        }
        for (int i = intervals.count() - 1; i >= 0; i--) {
            if (intervals.start(i) < to) {
                return beyondASecond(to - intervals.end(i));
            }
        }
        return 0L;
    }

    private static long beyondASecond(long millis) {
        return millis <= SECOND ? 0 : millis;
    }
}

package org.rollcall.report;

import java.time.Instant;

/**
 * One instance of a meeting. Everything but the ID can be unknown, which is {@code null}.
 *
 * @param id the meeting's number, or the ID it was asked by when the number is unknown
 * @param uuid the UUID of this instance
 * @param topic what it was about
 * @param startTime when it began
 * @param endTime when it ended; unknown while it goes on
 * @param timezone IANA name of the time zone it was scheduled in
 */
public record Meeting(String id, String uuid, String topic, Instant startTime, Instant endTime, String timezone) {

    /** A meeting of which nothing but the ID is known. */
    public static Meeting ofId(String id) {
        return new Meeting(id, null, null, null, null, null);
    }

    /** This meeting, with what is unknown of it taken from another description of it. */
    public Meeting orElse(Meeting other) {
        return new Meeting(
                id,
                uuid != null ? uuid : other.uuid,
                topic != null ? topic : other.topic,
                startTime != null ? startTime : other.startTime,
                endTime != null ? endTime : other.endTime,
                timezone != null ? timezone : other.timezone);
    }
}

package org.rollcall.report;

import java.time.Instant;

/**
 * One instance of a meeting or webinar. Everything but the kind and the ID can be unknown, which is {@code null}.
 *
 * @param id the number, or the ID it was asked by when the number is unknown
 * @param uuid the UUID of this instance
 * @param topic what it was about
 * @param startTime when it began
 * @param endTime when it ended; unknown while it goes on
 * @param timezone the time zone it was scheduled in, as Zoom spells it
 * @param host the host's name
 * @param hostEmail the host's e-mail address
 * @param participants how many participants Zoom's list or details count
 * @param schedule Zoom's {@code type}, of which 3 and 8 recur
 */
public record Meeting(
        MeetingKind kind,
        String id,
        String uuid,
        String topic,
        Instant startTime,
        Instant endTime,
        String timezone,
        String host,
        String hostEmail,
        Integer participants,
        Integer schedule) {
    /** One of which Zoom gives neither host nor counts. */
    public Meeting(String id, String uuid, String topic, Instant startTime, Instant endTime, String timezone) {
        this(MeetingKind.MEETING, id, uuid, topic, startTime, endTime, timezone, null, null, null, null);
    }

    /** Returns one of which nothing but its ID is known. */
    public static Meeting ofId(MeetingKind kind, String id) {
        return new Meeting(kind, id, null, null, null, null, null, null, null, null, null);
    }

    /** Returns this one, with what is unknown of it taken from another description of it. */
    public Meeting orElse(Meeting other) {
        return new Meeting(
                kind,
                id,
                first(uuid, other.uuid),
                first(topic, other.topic),
                first(startTime, other.startTime),
                first(endTime, other.endTime),
                first(timezone, other.timezone),
                first(host, other.host),
                first(hostEmail, other.hostEmail),
                first(participants, other.participants),
                first(schedule, other.schedule));
    }

    /** Returns this one with another host; {@code null} stands for unknown. */
    public Meeting withHost(String name, String email) {
        return new Meeting(kind, id, uuid, topic, startTime, endTime, timezone, name, email, participants, schedule);
    }

    /** Returns this one about something else; {@code null} stands for unknown. */
    public Meeting withTopic(String other) {
        return new Meeting(
                kind, id, uuid, other, startTime, endTime, timezone, host, hostEmail, participants, schedule);
    }

    /** Returns this one with a time zone, as an IANA name. */
    public Meeting withTimezone(String zone) {
        return new Meeting(kind, id, uuid, topic, startTime, endTime, zone, host, hostEmail, participants, schedule);
    }

    /** Returns this one with the number of its participants unknown. */
    public Meeting uncounted() {
        return new Meeting(kind, id, uuid, topic, startTime, endTime, timezone, host, hostEmail, null, schedule);
    }

    /** Returns what its instance is asked for by: the UUID, or the ID where that is unknown. */
    public MeetingId instance() {
        return new MeetingId(kind, first(uuid, id));
    }

    /**
     * Returns whether Zoom says that the meeting was scheduled for a time (Zoom reference: meeting types 2 and 8,
     * webinars 5 and 9).
     */
    public boolean isScheduled() {
        return schedule != null && (schedule == 2 || schedule == 8 || schedule == 5 || schedule == 9);
    }

    /** Returns whether Zoom says that the meeting recurs (Zoom reference: meeting types 3 and 8, webinars 6 and 9). */
    public boolean recurs() {
        return schedule != null && (schedule == 3 || schedule == 8 || schedule == 6 || schedule == 9);
    }

    private static <T> T first(T one, T other) {
        return one != null ? one : other;
    }
}

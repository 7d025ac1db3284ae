package org.rollcall.report;

import java.time.Instant;
import java.util.List;

/**
 * Folds rows into attendance. It keeps a few bytes for each set of identifiers that rows came with, which is one or two
 * a person, and a few numbers for each row.
 */
final class AttendanceFold {
    private final Identities identities = new Identities();
    private final RowLog log = new RowLog();

    void add(List<Row> page) {
        for (Row row : page) {
            Identity identity = Identity.of(row);
            log.add(identity.isUnknown() ? RowLog.NOBODY : identities.number(identity), row);
        }
    }

    /**
     * The attendance, after the last row.
     *
     * @param now when a live meeting's stays end, as far as it goes; {@code null} if the meeting is over
     */
    Attendance finish(Meeting meeting, Instant now) {
        boolean live = now != null;
        Instant end = live ? now : meeting.endTime() != null ? meeting.endTime() : log.lastLeave();
        Instant start = meeting.startTime() != null ? meeting.startTime() : log.firstJoin();
        long length = start == null || end == null ? 0 : end.toEpochMilli() - start.toEpochMilli();
        People people = new People(identities, log, end, live, length);
        Crowd crowd = new Crowd();
        for (int person = 0; person < people.size(); person++) {
            crowd.add(people.sightings(person));
        }
        return new Attendance(
                people.kept(),
                crowd.concurrency(start, end),
                crowd.devices(),
                crowd.locations(),
                crowd.networks(),
                AttendanceFilter.NONE,
                0);
    }
}

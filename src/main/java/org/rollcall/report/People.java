package org.rollcall.report;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Whoever the rows are about, in no order to rely on. Each person is made out when asked for, as often as that is, so
 * that a large meeting takes little more than its {@link RowLog}.
 */
final class People extends AbstractList<Person> implements RandomAccess {
    /** How many are rather made out once and kept. */
    private static final int FEW = 1000;

    private final Identities identities;
    private final RowLog log;
    private final JoinPeople joined;
    private final RowsByPerson rows;
    private final Instant end;
    private final boolean live;
    private final long length;

    /**
     * @param end when stays end that have no end of their own; {@code null} if nothing tells
     * @param live whether the meeting goes on
     * @param length the meeting's, in milliseconds; 0 or less if unknown
     */
    People(Identities identities, RowLog log, Instant end, boolean live, long length) {
        this.identities = identities;
        this.log = log;
        this.joined = new JoinPeople(identities);
        this.rows = new RowsByPerson(log, identities, joined);
        this.end = end;
        this.live = live;
        this.length = length;
    }

    /** The same people; such as are few made out once and for all. */
    List<Person> kept() {
        return size() <= FEW ? List.copyOf(this) : this;
    }

    @Override
    public int size() {
        return rows.people();
    }

    @Override
    public Person get(int person) {
        return joined(person).toPerson(length);
    }

    /** What all rows of a person say together. */
    Sightings sightings(int person) {
        return joined(person).sightings();
    }

    private JoinedRows joined(int person) {
        int first = log.identity(rows.row(rows.begin(person)));
        JoinedRows all = new JoinedRows(identities, first == RowLog.NOBODY ? null : joined.matchedBy(first));
        for (int place = rows.begin(person); place < rows.end(person); ) {
            int identity = log.identity(rows.row(place));
            Sightings sightings = new Sightings();
            for (; place < rows.end(person) && log.identity(rows.row(place)) == identity; place++) {
                log.tell(rows.row(place), sightings);
            }
            sightings.endOpenStays(end, live);
            all.add(identity, sightings);
        }
        return all;
    }
}

package org.rollcall.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What attendance has to know of each row, as a few numbers, until it is known whose row it is. Texts that come again
 * in row after row are kept once.
 */
final class RowLog {
    /** For the identity of a row that does not tell who it is about. */
    static final int NOBODY = -1;

    private static final int ROWS = 1 << 10;
    private static final int NUMBERS = 5;

    private final List<long[]> chunks = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int size;
    private long firstJoin = Long.MAX_VALUE;
    private long lastLeave = Sightings.UNKNOWN;

    RowLog() {
        words.add(null);
    }

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** @param identity the number of who the row is about, or {@link #NOBODY} */
    void add(int identity, Row row) {
        if (size % ROWS == 0) {
            chunks.add(new long[ROWS * NUMBERS]);
        }
        int status = word(row, Field.STATUS);
        long join = millis(row.text(Field.JOIN_TIME));
        String leaveTime = Identity.trimmed(row.text(Field.LEAVE_TIME));
        long leave = leaveTime == null ? Sightings.OPEN : millis(leaveTime);
        long[] chunk = chunk(size);
        int at = at(size++);
        chunk[at] = pair(identity, word(row, Field.ROLE));
        chunk[at + 1] = pair(status, word(row, Field.DEVICE));
        chunk[at + 2] = pair(word(row, Field.LOCATION), word(row, Field.NETWORK_TYPE));
        chunk[at + 3] = join;
        chunk[at + 4] = leave;
        if (!isWaiting(status)) {
            firstJoin = join == Sightings.UNKNOWN ? firstJoin : Math.min(firstJoin, join);
            lastLeave = leave == Sightings.OPEN ? lastLeave : Math.max(lastLeave, leave);
        }
    }

    /** When somebody came first; {@code null} if no row tells. */
    Instant firstJoin() {
        return firstJoin == Long.MAX_VALUE ? null : Instant.ofEpochMilli(firstJoin);
    }

    /** When somebody left last; {@code null} if no row tells. */
    Instant lastLeave() {
        return lastLeave == Sightings.UNKNOWN ? null : Instant.ofEpochMilli(lastLeave);
    }

    /** The number of who a row is about, or {@link #NOBODY}. */
    int identity(int row) {
        return first(chunk(row)[at(row)]);
    }

    /** Tells what a row says. */
    void tell(int row, Sightings sightings) {
        long[] chunk = chunk(row);
        int at = at(row);
        sightings.addRole(words.get(second(chunk[at])));
        if (isWaiting(first(chunk[at + 1]))) {
            sightings.addWaiting();
        } else {
            sightings.addPlace(
                    words.get(second(chunk[at + 1])),
                    words.get(first(chunk[at + 2])),
                    words.get(second(chunk[at + 2])));
            sightings.addStay(chunk[at + 3], chunk[at + 4]);
        }
    }

    private boolean isWaiting(int status) {
        return "in_waiting_room".equalsIgnoreCase(words.get(status));
    }

    private long[] chunk(int row) {
        return chunks.get(row / ROWS);
    }

    private static int at(int row) {
        return row % ROWS * NUMBERS;
    }

    private int word(Row row, Field field) {
        String word = Identity.trimmed(row.text(field));
        if (word == null) {
            return 0;
        }
        Integer place = places.putIfAbsent(word, words.size());
        if (place == null) {
            words.add(word);
            return words.size() - 1;
        }
        return place;
    }

    private static long millis(String time) {
        Instant instant = Times.parse(time);
        return instant == null ? Sightings.UNKNOWN : instant.toEpochMilli();
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second & 0xFFFFFFFFL;
    }

    private static int first(long pair) {
        return (int) (pair >> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }
}

package org.rollcall.report.attendance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Times;

/**
 * What attendance keeps of a row. What a row does not say is {@code null}.
 *
 * @param waiting whether it is of the waiting room
 * @param room the breakout room
 * @param inRoom how many people were in the room that a device stands in; 0 if the row does not say
 * @param join in milliseconds since the epoch, or {@link #UNKNOWN}
 * @param leave likewise, or {@link #OPEN}
 */
record RowFacts(
        Identity identity,
        String participantUuid,
        String role,
        boolean waiting,
        String device,
        String location,
        String network,
        String room,
        int inRoom,
        long join,
        long leave) {
    /** A time that is absent or unreadable. */
    static final long UNKNOWN = Long.MIN_VALUE;
    /** An end that has not come, or that the row does not say. */
    static final long OPEN = Long.MAX_VALUE;

    static RowFacts of(Row row, Interned interned) {
        return new RowFacts(
                interned.identity(Identity.of(row)),
                Identity.trimmed(row.text(Field.PARTICIPANT_UUID)),
                interned.word(row, Field.ROLE),
                "in_waiting_room".equalsIgnoreCase(interned.word(row, Field.STATUS)),
                interned.word(row, Field.DEVICE),
                interned.word(row, Field.LOCATION),
                interned.word(row, Field.NETWORK_TYPE),
                interned.word(row, Field.BO_MTG_ID),
                count(row.text(Field.IN_ROOM_PARTICIPANTS)),
                millis(row, Field.JOIN_TIME, UNKNOWN),
                millis(row, Field.LEAVE_TIME, OPEN));
    }

    private static long millis(Row row, Field field, long absent) {
        Instant time = Times.of(row, field);
        if (time != null) {
            return time.toEpochMilli();
        }
        return Identity.trimmed(row.text(field)) == null ? absent : UNKNOWN;
    }

    private static int count(String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Words and identities that come again in row after row, each kept once. */
    static final class Interned {
        private Map<String, String> words = new HashMap<>();
        /** The words of the row before, which are most often those of the next. */
        private final Map<Field, String> latest = new EnumMap<>(Field.class);

        private Map<Identity, Identity> identities = new HashMap<>();

        /** Forgets them, as no more rows come: in a large meeting they take as much memory as the rows. */
        void clear() {
            words = new HashMap<>();
            identities = new HashMap<>();
        }

        private String word(Row row, Field field) {
            String before = latest.get(field);
            if (before != null && row.isCertainly(before, field)) {
                return before;
            }
            String text = Identity.trimmed(row.text(field));
            if (text == null) {
                return null;
            }
            String first = words.putIfAbsent(text, text);
            String word = first == null ? text : first;
            latest.put(field, word);
            return word;
        }

        private Identity identity(Identity identity) {
            Identity first = identities.putIfAbsent(identity, identity);
            return first == null ? identity : first;
        }
    }
}

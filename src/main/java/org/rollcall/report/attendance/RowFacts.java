package org.rollcall.report.attendance;

import java.time.Instant;
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
        String leave = Identity.trimmed(row.text(Field.LEAVE_TIME));
        return new RowFacts(
                interned.identity(Identity.of(row)),
                Identity.trimmed(row.text(Field.PARTICIPANT_UUID)),
                interned.word(row.text(Field.ROLE)),
                "in_waiting_room".equalsIgnoreCase(interned.word(row.text(Field.STATUS))),
                interned.word(row.text(Field.DEVICE)),
                interned.word(row.text(Field.LOCATION)),
                interned.word(row.text(Field.NETWORK_TYPE)),
                interned.word(row.text(Field.BO_MTG_ID)),
                count(row.text(Field.IN_ROOM_PARTICIPANTS)),
                millis(row.text(Field.JOIN_TIME)),
                leave == null ? OPEN : millis(leave));
    }

    private static long millis(String time) {
        Instant instant = Times.parse(time);
        return instant == null ? UNKNOWN : instant.toEpochMilli();
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
        private Map<Identity, Identity> identities = new HashMap<>();

        /** Forgets them, as no more rows come: in a large meeting they take as much memory as the rows. */
        void clear() {
            words = new HashMap<>();
            identities = new HashMap<>();
        }

        private String word(String text) {
            String word = Identity.trimmed(text);
            String first = word == null ? null : words.putIfAbsent(word, word);
            return first == null ? word : first;
        }

        private Identity identity(Identity identity) {
            Identity first = identities.putIfAbsent(identity, identity);
            return first == null ? identity : first;
        }
    }
}

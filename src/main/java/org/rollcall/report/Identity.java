package org.rollcall.report;

import java.util.List;
import java.util.Locale;

/**
 * What a row says of who it is about: its identifiers from the strongest to the weakest, trimmed; {@code null} where
 * there is none.
 */
record Identity(String participantUserId, String id, String registrantId, String email, String userName) {
    /** The fields a person is known by, the strongest first. */
    static final List<Field> FIELDS =
            List.of(Field.PARTICIPANT_USER_ID, Field.ID, Field.REGISTRANT_ID, Field.EMAIL, Field.USER_NAME);

    static Identity of(Row row) {
        String participantUserId = trimmed(row.text(Field.PARTICIPANT_USER_ID));
        String id = trimmed(row.text(Field.ID));
        return new Identity(
                participantUserId,
                // Most often the same, of which one copy will do.
                id != null && id.equals(participantUserId) ? participantUserId : id,
                trimmed(row.text(Field.REGISTRANT_ID)),
                trimmed(row.text(Field.EMAIL)),
                trimmed(row.text(Field.USER_NAME)));
    }

    /** The identifier of that strength, as a place in {@link #FIELDS}. */
    String text(int strength) {
        return switch (strength) {
            case 0 -> participantUserId;
            case 1 -> id;
            case 2 -> registrantId;
            case 3 -> email;
            default -> userName;
        };
    }

    /** Whether nothing tells who it is. */
    boolean isUnknown() {
        for (int strength = 0; strength < FIELDS.size(); strength++) {
            if (text(strength) != null) {
                return false;
            }
        }
        return true;
    }

    /** What two rows of one person have in common in the field of that strength. */
    static String compared(int strength, String text) {
        return strength < FIELDS.indexOf(Field.EMAIL) ? text : caseFolded(text);
    }

    static String trimmed(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        // A large meeting has half a million of them, and next to none has anything to strip.
        if (isPrintable(text.charAt(0)) && isPrintable(text.charAt(text.length() - 1))) {
            return text;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < 127;
    }

    // To and fro, as some letters have two small forms (σ, ς) and others two large ones (SS, ẞ).
    static String caseFolded(String text) {
        if (text == null) {
            return null;
        }
        String small = text.toLowerCase(Locale.ROOT);
        return isAscii(small) ? small : small.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether there is no letter in it that has accents or several small or large forms. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}

package org.rollcall.report.attendance.identity;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/**
 * What a row says about whose it is: its identifiers, trimmed; {@code null} where there is none.
 *
 * @param callNumber the numbers that somebody called from, of the row's {@code audio_call}
 */
public record Identity(
        String participantUserId,
        String id,
        String registrantId,
        String customerKey,
        String email,
        String userName,
        String callNumber) {
    /** The fields a person is known by, the strongest first. A different value keeps rows apart, but for the name. */
    static final List<Field> FIELDS = List.of(
            Field.PARTICIPANT_USER_ID, Field.ID, Field.REGISTRANT_ID, Field.CUSTOMER_KEY, Field.EMAIL, Field.USER_NAME);

    static final int EMAIL = FIELDS.indexOf(Field.EMAIL);
    static final int NAME = FIELDS.indexOf(Field.USER_NAME);

    // An array of {call_number, call_type, zoom_number}.
    private static final Pattern CALL_NUMBER = Pattern.compile("\"call_number\"\\s*:\\s*\"([^\"]*)\"");

    /** The identity that a row states. */
    public static Identity of(Row row) {
        String participantUserId = trimmed(row.text(Field.PARTICIPANT_USER_ID));
        String id = trimmed(row.text(Field.ID));
        return new Identity(
                participantUserId,
                // Most often the same, of which one copy will do.
                id != null && id.equals(participantUserId) ? participantUserId : id,
                trimmed(row.text(Field.REGISTRANT_ID)),
                trimmed(row.text(Field.CUSTOMER_KEY)),
                trimmed(row.text(Field.EMAIL)),
                trimmed(row.text(Field.USER_NAME)),
                callNumber(row.text(Field.AUDIO_CALL)));
    }

    /** The identifier of that strength, as a place in {@link #FIELDS}. */
    String text(int strength) {
        return switch (strength) {
            case 0 -> participantUserId;
            case 1 -> id;
            case 2 -> registrantId;
            case 3 -> customerKey;
            case 4 -> email;
            default -> userName;
        };
    }

    /** What rows of one person have in common in the field of that strength, or {@code null}. */
    String key(int strength) {
        String text = text(strength);
        if (strength == NAME) {
            return PersonName.key(text);
        }
        return strength == EMAIL ? emailKey(text) : text;
    }

    /** The strength of its strongest identifier; beyond {@link #NAME} if it has none. */
    int strongest() {
        int strength = 0;
        while (strength <= NAME && text(strength) == null) {
            strength++;
        }
        return strength;
    }

    /** What e-mail addresses are compared by, or {@code null}. */
    public static String emailKey(String email) {
        return email == null ? null : PersonName.caseFolded(email.strip());
    }

    /** The text without white space around it; {@code null} if that leaves nothing. */
    public static String trimmed(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int from = 0;
        int to = text.length();
        while (from < to && PersonName.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && PersonName.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.substring(from, to);
    }

    private static String callNumber(String audioCall) {
        if (audioCall == null || !audioCall.contains("call_number")) {
            return null;
        }
        TreeSet<String> numbers = new TreeSet<>();
        Matcher matcher = CALL_NUMBER.matcher(audioCall);
        while (matcher.find()) {
            String number = trimmed(matcher.group(1));
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers.isEmpty() ? null : String.join(", ", numbers);
    }
}

package org.rollcall.report.erasure;

import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;

/**
 * What somebody is known by whose data is to be found or erased. What is not known is {@code null}; at least one of
 * them is known.
 *
 * @param email an e-mail address, of whatever case
 * @param name a name as in Zoom, in either order; not that of a device
 * @param instance the UUID of the one instance of a meeting in which the name counts; {@code null} for all meetings
 * @param participantUserId Zoom's ID of a user, which rows have as {@code id} and {@code participant_user_id}
 * @param registrantId Zoom's ID of a registrant
 * @param customerKey the key that an app of Zoom's Meeting SDK gave
 */
public record PersonIdentifiers(
        String email, String name, String instance, String participantUserId, String registrantId, String customerKey) {
    private static final int LONGEST = 1000;

    /**
     * @throws IllegalArgumentException when one is not what it should be; the message names it and does not quote it
     */
    public PersonIdentifiers {
        email = checked("email", email);
        name = checked("name", name);
        instance = checked("meeting_uuid", instance);
        participantUserId = checked("participant_user_id", participantUserId);
        registrantId = checked("registrant_id", registrantId);
        customerKey = checked("customer_key", customerKey);
        if (Stream.of(email, name, participantUserId, registrantId, customerKey).allMatch(one -> one == null)) {
            throw new IllegalArgumentException(
                    "Nobody is named. Give email, name, participant_user_id, registrant_id or customer_key.");
        }
        if (email != null && !isAddress(email)) {
            throw new IllegalArgumentException("email is no e-mail address. It accepts one such as ada@example.edu.");
        }
        if (name != null && !isPersons(name)) {
            throw new IllegalArgumentException(
                    "name is that of a device, which is many people's. Give another identifier of the person.");
        }
        if (instance != null && name == null) {
            throw new IllegalArgumentException(
                    "meeting_uuid stands without name. It says in which instance a name counts.");
        }
    }

    private static String checked(String field, String text) {
        if (text != null && text.length() > LONGEST) {
            throw new IllegalArgumentException(field + " is too long. It accepts " + LONGEST + " characters at most.");
        }
        return Identity.trimmed(text);
    }

    private static boolean isAddress(String email) {
        int at = email.indexOf('@');
        return at > 0 && at < email.length() - 1 && email.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isPersons(String name) {
        String key = PersonName.key(name);
        return key != null && !PersonName.isDevice(key);
    }

    /** Returns somebody of whom the e-mail address alone is known. */
    public static PersonIdentifiers ofEmail(String email) {
        return new PersonIdentifiers(email, null, null, null, null, null);
    }

    /**
     * Returns what the row of a person says of them, with the name for this instance alone.
     *
     * @param instance the UUID of the instance; {@code null} where it is unknown, and then the name does not count
     * @return empty where the row identifies nobody
     */
    public static Optional<PersonIdentifiers> found(Identity row, String instance) {
        String email = shortEnough(row.email()) && isAddress(row.email()) ? row.email() : null;
        String name =
                instance != null && shortEnough(row.userName()) && isPersons(row.userName()) ? row.userName() : null;
        String user = row.participantUserId() != null ? row.participantUserId() : row.id();
        String participantUserId = shortEnough(user) ? user : null;
        String registrantId = shortEnough(row.registrantId()) ? row.registrantId() : null;
        String customerKey = shortEnough(row.customerKey()) ? row.customerKey() : null;
        boolean nobody = Stream.of(email, name, participantUserId, registrantId, customerKey)
                .allMatch(one -> one == null);
        return nobody
                ? Optional.empty()
                : Optional.of(new PersonIdentifiers(
                        email, name, name == null ? null : instance, participantUserId, registrantId, customerKey));
    }

    private static boolean shortEnough(String text) {
        return text != null && text.length() <= LONGEST;
    }

    /** Returns no identifier, so that none gets into a log by mistake. */
    @Override
    public String toString() {
        return "PersonIdentifiers";
    }
}

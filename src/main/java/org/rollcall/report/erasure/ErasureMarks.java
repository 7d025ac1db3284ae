package org.rollcall.report.erasure;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.report.attendance.identity.Identity;

/**
 * Whose data is erased: a random key, and hashes of identifiers with it, from which nobody's identifiers can be read.
 * What an operator gave and what was found in the data of the same person are kept apart. A name counts if it was
 * given, or for one instance of a meeting: found names are other people's, too.
 */
public final class ErasureMarks {
    /** How many bytes the key has. */
    public static final int KEY_BYTES = 32;

    /** Nobody's data is erased. */
    public static final ErasureMarks NONE = new ErasureMarks(new byte[0], Map.of(), Map.of());

    private final byte[] key;
    private final Map<MarkKind, Set<String>> given;
    private final Map<MarkKind, Set<String>> found;

    /**
     * @param given hashes of what an operator gave, in lower-case hexadecimal
     * @param found hashes of what was found; names for whatever meeting among them do not count
     */
    public ErasureMarks(byte[] key, Map<MarkKind, Set<String>> given, Map<MarkKind, Set<String>> found) {
        this.key = key.clone();
        this.given = copy(given);
        Map<MarkKind, Set<String>> counting = copy(found);
        counting.remove(MarkKind.NAME);
        this.found = counting;
    }

    private static Map<MarkKind, Set<String>> copy(Map<MarkKind, Set<String>> marks) {
        Map<MarkKind, Set<String>> copy = new EnumMap<>(MarkKind.class);
        marks.forEach((kind, hashes) -> {
            if (!hashes.isEmpty()) {
                copy.put(kind, new TreeSet<>(hashes));
            }
        });
        return copy;
    }

    /** Returns the key. */
    public byte[] key() {
        return key.clone();
    }

    /** Returns the hashes of what an operator gave, by kind. */
    public Map<MarkKind, Set<String>> given() {
        return copy(given);
    }

    /** Returns the hashes of what was found of the same people, by kind. */
    public Map<MarkKind, Set<String>> found() {
        return copy(found);
    }

    /** Returns whether nobody's data is erased. */
    public boolean isEmpty() {
        return given.isEmpty() && found.isEmpty();
    }

    /**
     * Returns these marks and those of some people. The first ones get a new key.
     *
     * @param given what an operator gave
     * @param found what was found in the data of the same people
     */
    public ErasureMarks with(Collection<PersonIdentifiers> given, Collection<PersonIdentifiers> found) {
        byte[] own = key.length == 0 ? newKey() : key;
        MarkHash hash = new MarkHash(own);
        return new ErasureMarks(own, both(this.given, hash.of(given)), both(this.found, hash.of(found)));
    }

    private static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static Map<MarkKind, Set<String>> both(Map<MarkKind, Set<String>> some, Map<MarkKind, Set<String>> more) {
        Map<MarkKind, Set<String>> both = copy(some);
        more.forEach((kind, hashes) ->
                both.computeIfAbsent(kind, none -> new TreeSet<>()).addAll(hashes));
        return both;
    }

    /**
     * Returns who is marked in a meeting. For one thread.
     *
     * @param instance the UUID of the instance; {@code null} where it is unknown
     */
    public MarkedPeople in(String instance) {
        return new MarkedPeople(isEmpty() ? null : new MarkHash(key), both(given, found), instance);
    }

    /**
     * Returns whether somebody is marked.
     *
     * @param instance the UUID of the instance that this is said in; {@code null} where there is none
     */
    public boolean matches(Identity person, String instance) {
        return in(instance).test(person);
    }

    /** Returns whether somebody is marked by anything that is known of them. */
    public boolean matches(PersonIdentifiers person) {
        Identity identity = new Identity(
                person.participantUserId(),
                null,
                person.registrantId(),
                person.customerKey(),
                person.email(),
                person.name(),
                null);
        return matches(identity, person.instance());
    }

    /** Returns whether these marks have all of others of the same key. */
    public boolean hasAll(ErasureMarks others) {
        return both(given, others.given).equals(given)
                && both(found, others.found).equals(found);
    }

    /** Returns how many marks there are, and nothing of whose they are. */
    @Override
    public String toString() {
        return "ErasureMarks of "
                + List.of(given, found).stream()
                        .flatMap(marks -> marks.values().stream())
                        .mapToInt(Set::size)
                        .sum();
    }
}

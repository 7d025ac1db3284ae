package org.rollcall.report.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;

/**
 * Hashes identifiers as marks have them. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104: HMAC</a>
 */
final class MarkHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    MarkHash(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            // Every Java platform has it (java.security.Security standard names).
            throw new IllegalStateException(e);
        }
    }

    String email(String email) {
        return of(MarkKind.EMAIL, Identity.emailKey(email));
    }

    String name(String name) {
        return of(MarkKind.NAME, PersonName.key(name));
    }

    String nameIn(String instance, String name) {
        String key = PersonName.key(name);
        return key == null ? null : of(MarkKind.NAME_IN_INSTANCE, instance + "\0" + key);
    }

    /** Returns the hash; {@code null} for {@code null}. The kind is part of what is hashed. */
    String of(MarkKind kind, String text) {
        return text == null
                ? null
                : HexFormat.of().formatHex(mac.doFinal((kind.value() + "\0" + text).getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the marks of some people. */
    Map<MarkKind, Set<String>> of(Iterable<PersonIdentifiers> people) {
        Map<MarkKind, Set<String>> marks = new EnumMap<>(MarkKind.class);
        for (PersonIdentifiers person : people) {
            put(marks, MarkKind.EMAIL, email(person.email()));
            if (person.instance() == null) {
                put(marks, MarkKind.NAME, name(person.name()));
            } else {
                put(marks, MarkKind.NAME_IN_INSTANCE, nameIn(person.instance(), person.name()));
            }
            put(marks, MarkKind.PARTICIPANT_USER_ID, of(MarkKind.PARTICIPANT_USER_ID, person.participantUserId()));
            put(marks, MarkKind.REGISTRANT_ID, of(MarkKind.REGISTRANT_ID, person.registrantId()));
            put(marks, MarkKind.CUSTOMER_KEY, of(MarkKind.CUSTOMER_KEY, person.customerKey()));
        }
        return marks;
    }

    private static void put(Map<MarkKind, Set<String>> marks, MarkKind kind, String hash) {
        if (hash != null) {
            marks.computeIfAbsent(kind, none -> new HashSet<>()).add(hash);
        }
    }
}

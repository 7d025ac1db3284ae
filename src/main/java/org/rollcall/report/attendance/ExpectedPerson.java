package org.rollcall.report.attendance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.report.attendance.identity.Identity;

/**
 * Somebody who should be in a meeting. What is unknown is {@code null}.
 *
 * @param name their name, in either order
 * @param email their e-mail address
 * @param registrantId their registrant ID at Zoom
 * @param aliases other names that they go by
 * @param excused whether they need not come
 * @param columns what else the roster says of them, by column, in its order
 */
public record ExpectedPerson(
        String name,
        String email,
        String registrantId,
        List<String> aliases,
        boolean excused,
        Map<String, String> columns) {

    public ExpectedPerson {
        name = Identity.trimmed(name);
        email = Identity.trimmed(email);
        registrantId = Identity.trimmed(registrantId);
        aliases = List.copyOf(aliases);
        Map<String, String> copy = new LinkedHashMap<>();
        columns.forEach((column, value) -> copy.put(column, value == null ? "" : value));
        columns = Collections.unmodifiableMap(copy);
    }

    /** Somebody of whom no more than name and e-mail address are known. */
    public static ExpectedPerson of(String name, String email) {
        return new ExpectedPerson(name, email, null, List.of(), false, Map.of());
    }
}

package org.rollcall.roster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person that a roster names. Texts are as the roster has them, without the blanks around them; {@code null} where
 * there is none.
 *
 * @param name {@code null} only where there is an e-mail address
 * @param email {@code null} only where there is a name
 * @param registrantId Zoom's ID of a registrant
 * @param aliases other names of the person
 * @param excused whether the person need not come
 * @param excusedReason why; {@code null} where the roster only says that it is so
 * @param columns the roster's other columns in its order, one entry for each; an empty cell is an empty text
 */
public record RosterLine(
        String name,
        String email,
        String registrantId,
        List<String> aliases,
        boolean excused,
        String excusedReason,
        Map<String, String> columns) {

    /** Copies the lists. */
    public RosterLine {
        aliases = List.copyOf(aliases);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}

package org.rollcall.roster;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.roster.RosterWarnings.Doubt;

/** Compares a roster's lines with those before them. */
final class KnownLines {
    private final Set<RosterLine> lines = new HashSet<>();
    private final Map<String, Set<String>> namesByAddress = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> namesWithoutAddress = new HashSet<>();

    /** Takes a line in. Returns what is doubtful about it; {@code null} where nothing is. */
    Doubt add(RosterLine line) {
        String name = folded(line.name());
        String address = folded(line.email());
        boolean sameLine = !lines.add(line);
        if (address == null) {
            boolean sameName = !names.add(name) | !namesWithoutAddress.add(name);
            // Of two who have nothing but their name, both may be expected.
            return sameLine && saysMoreThanTheName(line) ? Doubt.SAME_LINE : sameName ? Doubt.SAME_NAME : null;
        }
        Set<String> before = namesByAddress.computeIfAbsent(address, first -> new HashSet<>());
        boolean sameAddress = !before.isEmpty();
        boolean samePerson = !before.add(String.valueOf(name));
        boolean sameName = name != null && namesWithoutAddress.contains(name);
        names.add(name);
        if (samePerson) {
            return Doubt.SAME_LINE;
        }
        return sameAddress ? Doubt.SAME_ADDRESS : sameName ? Doubt.SAME_NAME : null;
    }

    private static boolean saysMoreThanTheName(RosterLine line) {
        return line.registrantId() != null || line.columns().values().stream().anyMatch(cell -> !cell.isEmpty());
    }

    private static String folded(String text) {
        return text == null ? null : Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

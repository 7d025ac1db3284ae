package org.rollcall.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Texts that come again in row after row, of which one copy is kept: roles, devices, places, networks. */
final class Vocabulary {
    private final Map<String, Set<String>> words = new HashMap<>();

    /** The one copy of a text; {@code null} stays. */
    String word(String text) {
        return text == null ? null : alone(text).iterator().next();
    }

    /** The one set that has a text and nothing else. */
    Set<String> alone(String text) {
        return words.computeIfAbsent(text, Set::of);
    }
}

package org.rollcall.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is doubtful in a roster, with the lines where it is. */
final class RosterWarnings {
    /** How many lines one warning names. */
    private static final int NAMED = 20;

    /** What can be doubtful about a line. */
    enum Doubt {
        NOBODY(false, "Neither a name nor an e-mail address, so that the line is left out"),
        NO_ADDRESS(true, "An e-mail address without @, which is left out"),
        SAME_LINE(false, "The same person as on a line before, so that the line is left out"),
        SAME_ADDRESS(true, "The e-mail address of a line before and another name; both are kept"),
        SAME_NAME(true, "The name of a line before, and no e-mail addresses that tell them apart; both are kept");

        private final boolean kept;
        private final String text;

        Doubt(boolean kept, String text) {
            this.kept = kept;
            this.text = text;
        }

        /** Whether the line counts all the same. */
        boolean isKept() {
            return kept;
        }
    }

    private final List<String> sentences = new ArrayList<>();
    private final Map<Doubt, List<Long>> lines = new EnumMap<>(Doubt.class);

    void add(String sentence) {
        sentences.add(sentence);
    }

    void add(Doubt doubt, long line) {
        lines.computeIfAbsent(doubt, first -> new ArrayList<>()).add(line);
    }

    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        lines.forEach((doubt, numbers) -> all.add(doubt.text + ": line " + listed(numbers) + "."));
        return all;
    }

    private static String listed(List<Long> numbers) {
        String named = numbers.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > NAMED ? named + " and " + (numbers.size() - NAMED) + " more" : named;
    }
}

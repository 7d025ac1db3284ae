package org.rollcall.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes lines out of a roster. */
public final class RosterWithout {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RosterWithout() {}

    /**
     * Returns the roster without some lines: UTF-8 with a byte order mark, the other lines as they were.
     *
     * @param key where the roster is stored, for messages
     * @param content its bytes, {@link ReadRoster#MAX_BYTES} at most
     * @param leave whether to leave out a line
     * @return nothing where no line is left out
     * @throws InvalidRosterException when the roster can't be understood, or is too large
     */
    public static Optional<byte[]> lines(String key, byte[] content, Predicate<RosterLine> leave) {
        List<ReadRoster.NumberedLine> lines = ReadRoster.numbered(key, content);
        if (lines.stream().noneMatch(line -> leave.test(line.person()))) {
            return Optional.empty();
        }
        String text = RosterText.of(key, content).text();
        List<String> physical = physical(text);
        StringBuilder kept = new StringBuilder(BYTE_ORDER_MARK);
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (leave.test(lines.get(i).person())) {
                int from = (int) lines.get(i).number() - 1;
                physical.subList(next, from).forEach(kept::append);
                next = (int) lines.get(i).next() - 1;
            }
        }
        physical.subList(next, physical.size()).forEach(kept::append);
        return Optional.of(kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The text's lines with their ends, whatever quotation marks say. */
    private static List<String> physical(String text) {
        List<String> lines = new ArrayList<>();
        Matcher ends = LINE_END.matcher(text);
        int from = 0;
        while (ends.find()) {
            lines.add(text.substring(from, ends.end()));
            from = ends.end();
        }
        lines.add(text.substring(from));
        return lines;
    }
}

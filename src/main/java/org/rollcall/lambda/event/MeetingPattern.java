package org.rollcall.lambda.event;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rollcall.report.Meeting;

/**
 * A pattern of meetings: {@code host:} is compared with the host's name and e-mail address, {@code topic:} with the
 * topic, {@code id:} with the number and the UUID. Upper and lower case are alike, and {@code *} stands for any text,
 * also for a comma, which the settings separate patterns by.
 */
final class MeetingPattern {
    private final Subject subject;
    private final List<String> parts;

    private MeetingPattern(Subject subject, String glob) {
        this.subject = subject;
        // Zoom's displays group the digits of a number by spaces or dashes.
        boolean number = subject == Subject.ID && glob.matches("[\\d *-]+");
        this.parts = List.of((number ? glob.replaceAll("[ -]", "") : glob).split("\\*", -1));
    }

    /** Returns the pattern that a text spells; empty when it spells none. */
    static Optional<MeetingPattern> parse(String text) {
        int colon = text.indexOf(':');
        String glob = folded(text.substring(colon + 1).strip());
        return colon < 0 || glob.isEmpty()
                ? Optional.empty()
                : Subject.named(text.substring(0, colon).strip()).map(subject -> new MeetingPattern(subject, glob));
    }

    /** Returns whether one of the meeting's texts fits. */
    boolean fits(Meeting meeting) {
        return Stream.of(subject.text, subject.other)
                .map(text -> text.apply(meeting))
                .filter(Objects::nonNull)
                .map(MeetingPattern::folded)
                .anyMatch(this::fits);
    }

    /** Returns whether what decides it is not known of the meeting yet. */
    boolean isUndecided(Meeting meeting) {
        return subject.text.apply(meeting) == null;
    }

    // Without a regular expression: many stars in one take it for ever.
    private boolean fits(String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length()) {
            return false;
        }
        int from = first.length();
        int end = text.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, from);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** What of a meeting a pattern is compared with. */
    private enum Subject {
        HOST(Meeting::hostEmail, Meeting::host),
        TOPIC(Meeting::topic, Meeting::topic),
        ID(Meeting::id, Meeting::uuid);

        private final Function<Meeting, String> text;
        private final Function<Meeting, String> other;

        /** @param text decides where it is known */
        Subject(Function<Meeting, String> text, Function<Meeting, String> other) {
            this.text = text;
            this.other = other;
        }

        private static Optional<Subject> named(String name) {
            return Arrays.stream(values())
                    .filter(subject -> subject.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }
}

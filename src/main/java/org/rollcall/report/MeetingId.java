package org.rollcall.report;

import java.util.Objects;

/**
 * What a meeting or webinar is asked for by.
 *
 * @param text its number, which stands for the latest instance, or the UUID of one instance
 */
public record MeetingId(MeetingKind kind, String text) {
    /** @throws NullPointerException when one is missing */
    public MeetingId {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }

    /** Returns whether it is a number rather than a UUID. */
    public boolean isNumber() {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns the ID with its kind before it, for a message. */
    @Override
    public String toString() {
        return kind.value() + " " + text;
    }
}

package org.rollcall.report.attendance;

/** What Zoom identifies somebody by; {@code null} where it does not. */
public record Identifiers(String participantUserId, String registrantId, String customerKey) {
    /** Nothing identifies them. */
    public static final Identifiers NONE = new Identifiers(null, null, null);
}

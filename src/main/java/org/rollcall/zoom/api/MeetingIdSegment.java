package org.rollcall.zoom.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A meeting ID or UUID as a path segment on the wire: percent-encoded, and a second time when it begins with {@code /}
 * or contains {@code //} (Zoom reference: List meeting participants, {@code meetingId}).
 */
public final class MeetingIdSegment {

    private MeetingIdSegment() {}

    public static String of(String meetingId) {
        String once = encode(meetingId);
        return meetingId.startsWith("/") || meetingId.contains("//") ? encode(once) : once;
    }

    // URLEncoder is for forms; a path differs from one in the space, the asterisk and the tilde (RFC 3986).
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

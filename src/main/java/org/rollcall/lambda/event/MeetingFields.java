package org.rollcall.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.row.Times;

/** Meetings and their IDs as people and programs write them. */
public final class MeetingFields {
    /** What is accepted as an ID, in words. */
    public static final String ACCEPTS = "a meeting's ID (a number such as 93201235621) or UUID";

    /** Zoom's displays group the digits of an ID by spaces or dashes. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){0,19}");

    private static final Pattern UUID = Pattern.compile("[A-Za-z0-9+/_-]{1,200}={0,2}");

    /** Links to join ({@code /j/}, {@code /w/}, {@code /wc/join/}) and to start ({@code /s/}) a meeting. */
    private static final Pattern LINK =
            Pattern.compile("(?i)https?://[^/?#]+/(?:j|w|s|wc/join|wc)/(\\d[\\d -]{0,30})(?:[/?#].*)?");

    /** API Gateway decodes a path and function URLs do not; programs written for Zoom encode twice. */
    private static final int MOST_ENCODED = 3;

    private MeetingFields() {}

    /**
     * Returns the ID that Zoom has: digits, or a UUID in any spelling that an HTTP path takes. Of a link to join, it is
     * the number.
     *
     * @param field the field it stands in
     * @throws InvalidRequestException when it can't be an ID; the message does not quote it
     */
    public static MeetingId id(String field, MeetingKind kind, String text) {
        String written = text == null ? "" : text.strip();
        if (written.isEmpty()) {
            throw new InvalidRequestException(field, "is missing or empty. It accepts " + ACCEPTS + ".");
        }
        Matcher link = LINK.matcher(written);
        String id = decoded(field, link.matches() ? link.group(1).strip() : written);
        if (NUMBER.matcher(id).matches()) {
            return new MeetingId(kind, id.replaceAll("[ -]", ""));
        }
        boolean digits = id.chars().allMatch(Character::isDigit);
        if (digits || !UUID.matcher(id).matches()) {
            throw new InvalidRequestException(field, "is not a meeting's. It accepts " + ACCEPTS + ".");
        }
        return new MeetingId(kind, id);
    }

    private static String decoded(String field, String written) {
        String id = written;
        try {
            for (int i = 0; i < MOST_ENCODED && id.contains("%"); i++) {
                id = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(field, "is not percent-encoded. It accepts " + ACCEPTS + ".");
        }
        return id.strip();
    }

    /**
     * Returns the meeting that an object describes by Zoom's names. What is not in the object, or no scalar there, is
     * unknown.
     *
     * @param askedId the ID it is asked for by, for when the object has none; can be {@code null}
     */
    public static Meeting meeting(MeetingKind kind, JsonNode object, String askedId) {
        String id = text(object.path("id"));
        String uuid = text(object.path("uuid"));
        return new Meeting(
                kind,
                id != null ? id : uuid != null ? uuid : askedId,
                uuid,
                text(object.path("topic")),
                Times.parse(text(object.path("start_time"))),
                Times.parse(text(object.path("end_time"))),
                text(object.path("timezone")),
                text(object.path("host")),
                text(object.path("host_email")),
                number(object.path("participants")),
                number(object.path("type")));
    }

    /** Returns a scalar's text, fit to be written as UTF-8; {@code null} of anything else, and where it is blank. */
    public static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        // JSON can spell half a character (a lone surrogate), which no document can hold.
        return new String(value.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Integer number(JsonNode value) {
        return value.isInt() ? Integer.valueOf(value.intValue()) : null;
    }
}

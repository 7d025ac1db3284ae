package org.rollcall.lambda.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.format.AttendanceFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.lambda.HttpEvent;
import org.rollcall.lambda.InvalidRequestException;
import org.rollcall.lambda.MeetingIds;
import org.rollcall.lambda.NoSuchRouteException;

/**
 * A route of the HTTP API.
 *
 * @param meetingId the meeting's ID in the path; {@code null} where the query has it
 * @param type the type that is meant without a parameter
 * @param format the format that is meant where neither parameter nor header decides
 */
record ApiRoute(String meetingId, String type, String format) {
    private static final Pattern OURS = Pattern.compile("/meetings/(.+)/(participants|attendance)/?");
    /** For programs that were written for Zoom's API. */
    private static final Pattern ZOOMS = Pattern.compile("(?:/v2)?/metrics/meetings/(.+)/participants/?");

    private static final int MOST_ENCODED = 3;

    /** @throws NoSuchRouteException when there is no such route */
    static ApiRoute of(HttpEvent event) {
        if (!event.method().equals("GET")) {
            throw new NoSuchRouteException("Reports are asked for by GET.");
        }
        String path = event.path();
        if (path.equals("/participants")) {
            return new ApiRoute(null, "auto", JsonFormat.NAME);
        }
        Matcher ours = OURS.matcher(path);
        if (ours.matches()) {
            String format = ours.group(2).equals("attendance") ? AttendanceFormat.NAME : JsonFormat.NAME;
            return new ApiRoute(decode(ours.group(1)), "auto", format);
        }
        Matcher zooms = ZOOMS.matcher(path);
        if (zooms.matches()) {
            return new ApiRoute(decode(zooms.group(1)), "live", JsonFormat.NAME);
        }
        throw new NoSuchRouteException(
                "There is nothing at this path. Reports are at /meetings/{meetingId}/participants.");
    }

    // API Gateway decodes a path and function URLs do not; programs written for Zoom encode twice. No ID has a percent
    // sign of its own.
    private static String decode(String segment) {
        String id = segment;
        try {
            for (int i = 0; i < MOST_ENCODED && id.contains("%"); i++) {
                id = URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "meetingId", "is not percent-encoded. It accepts " + MeetingIds.ACCEPTS + ".");
        }
        return id;
    }
}

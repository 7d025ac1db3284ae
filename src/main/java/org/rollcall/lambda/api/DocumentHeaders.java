package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.http.client.utils.DateUtils;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.http.ContentDisposition;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.Settings;
import org.rollcall.store.StoredObject;

/** The headers that come with a document. */
@Singleton
class DocumentHeaders {
    /** What a browser shows; what else there is, it saves. */
    private static final Set<String> SHOWN = Set.of("html", "json");

    private final Settings settings;

    DocumentHeaders(Settings settings) {
        this.settings = settings;
    }

    /** Returns those of a document that was made for this answer. */
    Map<String, String> ofMade(ApiRequest request, Meeting meeting, boolean complete) {
        Map<String, String> headers = common(request, meeting);
        headers.put("x-rollcall-source", "zoom");
        headers.put("cache-control", "no-store");
        // What is there is all of it: neither a meeting that goes on, nor the rows as Zoom sends them, nor some people.
        if (complete && request.request().filter().isNone() && !request.query().unchanged()) {
            putLocation(headers, request, meeting);
        }
        return headers;
    }

    /** Returns those of a stored document. */
    Map<String, String> ofStored(ApiRequest request, Meeting meeting, StoredObject object) {
        Map<String, String> headers = common(request, meeting);
        headers.put("x-rollcall-source", request.refresh() ? "zoom" : "stored");
        headers.put("cache-control", "private, no-cache");
        headers.put("etag", eTag(request, object));
        headers.put("last-modified", DateUtils.formatDate(Date.from(object.lastModified())));
        putLocation(headers, request, meeting);
        return headers;
    }

    /** Returns the entity tag of a stored document as it would be sent: another one when it is compressed. */
    static String eTag(ApiRequest request, StoredObject object) {
        String tag = object.eTag();
        return request.gzip() ? tag.substring(0, tag.length() - 1) + "-gzip\"" : tag;
    }

    private Map<String, String> common(ApiRequest request, Meeting meeting) {
        ReportFormat format = request.format();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", format.contentType());
        headers.put(
                "content-disposition",
                ContentDisposition.of(
                        SHOWN.contains(format.name()), FileName.of(meeting, format, settings.reportTimezone())));
        headers.put("vary", "accept, accept-encoding");
        headers.put("x-content-type-options", "nosniff");
        return headers;
    }

    private static void putLocation(Map<String, String> headers, ApiRequest request, Meeting meeting) {
        if (meeting.uuid() != null) {
            headers.put(
                    "content-location",
                    request.stage() + (meeting.kind() == MeetingKind.WEBINAR ? "/webinars/" : "/meetings/")
                            + URLEncoder.encode(meeting.uuid(), StandardCharsets.UTF_8)
                            + "/participants?format=" + request.format().name());
        }
    }
}

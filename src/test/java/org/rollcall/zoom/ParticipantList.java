package org.rollcall.zoom;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.rollcall.zoom.ZoomStandIn.json;
import static org.rollcall.zoom.ZoomStandIn.pageToken;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rollcall.zoom.api.MeetingIdSegment;
import org.rollcall.zoom.api.Rows;

/** Zoom's lists of participants, on the wire of a {@link ZoomStandIn}. */
public enum ParticipantList {
    DASHBOARD_MEETING("dashboard", "meeting", "/metrics/meetings/"),
    DASHBOARD_WEBINAR("dashboard", "webinar", "/metrics/webinars/"),
    REPORT_MEETING("report", "meeting", "/report/meetings/"),
    REPORT_WEBINAR("report", "webinar", "/report/webinars/"),
    PAST_MEETING("past", "meeting", "/past_meetings/"),
    PAST_WEBINAR("past", "webinar", "/past_webinars/");

    private final String source;
    private final String kind;
    private final String path;

    ParticipantList(String source, String kind, String path) {
        this.source = source;
        this.kind = kind;
        this.path = path;
    }

    /** Returns the list of a source and a kind, as settings and events spell them. */
    public static ParticipantList of(String source, String kind) {
        return valueOf((source + "_" + kind).toUpperCase(Locale.ROOT));
    }

    /** Returns the source, as settings and events spell it. */
    public String source() {
        return source;
    }

    /** Returns the kind, as receipts spell it. */
    public String kind() {
        return kind;
    }

    /** Returns the path of the list in Zoom's API. */
    public String path(String id) {
        return path + MeetingIdSegment.of(id) + "/participants";
    }

    /** Returns so many rows as this list spells them, each different. */
    public List<String> rows(int count) {
        return IntStream.range(0, count).mapToObj(this::row).toList();
    }

    private String row(int number) {
        if (source.equals("dashboard")) {
            return Rows.row(number);
        }
        return """
                {"id":"id-%1$d", "user_id":"%1$d","name":"%2$s %1$d","user_email":"p%1$d@example.com",\
                "join_time":"2026-11-22T09:00:%3$02dZ","leave_time":"2026-11-22T10:00:00Z","duration":3600,\
                "status":"in_meeting","registrant_id":"r\\u0031%1$d","failover":false%4$s}"""
                .formatted(number, Rows.NAME, number % 60, source.equals("past") ? ",\"internal_user\":false" : "");
    }

    /** Lets Zoom have these rows, in pages of so many, and the details of what took place. */
    public void give(ZoomStandIn zoom, String id, int pageSize, List<String> rows) {
        zoom.always(detailsCall(id), json(Rows.details(id)));
        int pages = (rows.size() + pageSize - 1) / pageSize;
        for (int page = 1; page <= pages; page++) {
            String next = page < pages ? pageToken(id, page + 1) : "";
            List<String> part = rows.subList((page - 1) * pageSize, Math.min(rows.size(), page * pageSize));
            zoom.always(pageCall(id, page), json(Rows.page(rows.size(), next, part)));
        }
    }

    /** Any call for a page of this list. */
    public MappingBuilder anyCall() {
        return get(urlPathMatching("/v2" + path + "[^/]+/participants"));
    }

    /** Any call for a page of this list about one ID. */
    public MappingBuilder call(String id) {
        return get(urlPathEqualTo("/v2" + path(id)));
    }

    /** The call for one of its pages, the first of which is 1. */
    public MappingBuilder pageCall(String id, int page) {
        return call(id).withQueryParam("next_page_token", page == 1 ? absent() : equalTo(pageToken(id, page)));
    }

    /** The call for what took place. */
    public MappingBuilder detailsCall(String id) {
        return get(urlPathEqualTo("/v2" + path + MeetingIdSegment.of(id)));
    }
}

package org.rollcall.zoom.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.rollcall.report.Meeting;

/** Participants, pages and meetings as Zoom's JSON. */
public final class Rows {
    /** What every participant's name begins with, so that a test can look for it where no name may be. */
    public static final String NAME = "Zoë Participant";

    private Rows() {}

    /** So many rows, each different. */
    public static List<String> of(int count) {
        return IntStream.range(0, count).mapToObj(Rows::row).toList();
    }

    /** A row in the documented shape, with a field that Zoom does not document. */
    public static String row(int number) {
        return """
                {"id":"id-%1$d","user_id":"%1$d","user_name":"%2$s %1$d","email":"p%1$d@example.com","device":"WIN",\
                "ip_address":"192.0.2.%3$d","join_time":"2026-11-22T09:00:%4$02dZ","leave_time":"2026-11-22T10:00:00Z",\
                "share_desktop":false,"internal_ip_addresses":["10.0.0.%3$d"],"in_room_participants":%1$d,\
                "audio_call":[{"call_number":"%1$d","call_type":"call-in"}],"latency_ms":1.10,"leave_reason":null}"""
                .formatted(number, NAME, number % 250, number % 60);
    }

    /** A page. */
    public static String page(int totalRecords, String nextPageToken, List<String> rows) {
        return "{\"page_count\":1,\"page_size\":300,\"total_records\":%d,\"next_page_token\":\"%s\",\"participants\":[%s]}"
                .formatted(totalRecords, nextPageToken, String.join(",", rows));
    }

    /** A meeting of 22 November 2026. */
    public static String details(String id) {
        return """
                {"uuid":"uuid/of+%s==","id":%s,"topic":"Weekly réunion — 🎓","host":"Host","email":"host@example.com",\
                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z","duration":"01:01:12",\
                "participants":2,"has_pstn":false}"""
                .formatted(id, id.matches("\\d+") ? id : "93201235621");
    }

    /** A page of a list of meetings. */
    public static String meetings(List<Meeting> meetings, String nextPageToken) {
        ObjectNode page =
                JsonNodeFactory.instance.objectNode().put("page_size", 300).put("next_page_token", nextPageToken);
        ArrayNode list = page.putArray("meetings");
        for (Meeting meeting : meetings) {
            ObjectNode each = list.addObject()
                    .put("uuid", meeting.uuid())
                    .put("topic", meeting.topic())
                    .put("host", meeting.host() == null ? "Host" : meeting.host())
                    .put("email", meeting.hostEmail())
                    .put("participants", meeting.participants() == null ? 2 : meeting.participants())
                    // Zoom has listed meetings with empty times.
                    .put("start_time", Objects.toString(meeting.startTime(), ""))
                    .put("end_time", Objects.toString(meeting.endTime(), ""));
            if (meeting.id() != null) {
                each.put("id", Long.parseLong(meeting.id()));
            }
        }
        return page.toString();
    }
}

package org.rollcall.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A meeting of 50,000 rows and 20,000 people, page by page. The same at every run. */
final class LargeMeeting {
    static final int ROWS = 50_000;
    static final int PEOPLE = 20_000;
    private static final int PAGE_SIZE = 300;
    private static final Instant START = WrittenReport.MEETING.startTime();

    private LargeMeeting() {}

    static void forEachPage(Consumer<String> sink) {
        List<String> page = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            page.add(row(row));
            if (page.size() == PAGE_SIZE || row == ROWS - 1) {
                sink.accept("{\"total_records\":" + ROWS + ",\"participants\":[" + String.join(",", page) + "]}");
                page.clear();
            }
        }
    }

    private static String row(int row) {
        int person = row % PEOPLE;
        Instant join = START.plus(Duration.ofMillis((row * 7919L) % 1_800_000));
        Instant leave = join.plus(Duration.ofMillis(60_000 + (row * 104_729L) % 1_200_000));
        return """
                {"id":"u%1$x","user_id":"%2$d","participant_user_id":"u%1$x","user_name":"Participant %1$d of the hall",
                "email":"participant%1$d@example.edu","device":"Windows","ip_address":"192.0.2.%3$d",
                "location":"Town %4$d (FR)","network_type":"Wifi","microphone":"Plantronics BT600",
                "camera":"FaceTime HD Camera","speaker":"Plantronics BT600","data_center":"SC",
                "full_data_center":"United States;United States (US03_SC CRC)","connection_type":"UDP",
                "join_time":"%5$s","leave_time":"%6$s","share_application":false,"share_desktop":true,
                "recording":false,"status":"in_meeting","pc_name":"pc-%1$d","domain":"Workspace",
                "mac_addr":" 00:0a:95:9d:68:16","version":"6.2.11.4321","leave_reason":"Host ended the meeting.",
                "role":"%7$s"}"""
                .formatted(person, row, row % 255, person % 500, join, leave, person == 0 ? "host" : "attendee");
    }
}

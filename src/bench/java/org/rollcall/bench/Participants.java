package org.rollcall.bench;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pages of participants as Zoom sends them, some 800 bytes a row; everyone comes back once. */
final class Participants {
    static final int PAGE_SIZE = 300;
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private Participants() {}

    /** The pages of a meeting; the token of page {@code n}, counted from 0, is {@code n}. */
    static List<Buffer> pages(int rows) {
        int count = pageCount(rows);
        List<Buffer> pages = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            StringBuilder json = new StringBuilder();
            json.append("{\"page_count\":").append(count);
            json.append(",\"page_size\":").append(PAGE_SIZE);
            json.append(",\"total_records\":").append(rows);
            json.append(",\"next_page_token\":\"").append(page + 1 < count ? page + 1 : "");
            json.append("\",\"participants\":[");
            int end = Math.min(rows, (page + 1) * PAGE_SIZE);
            for (int row = page * PAGE_SIZE; row < end; row++) {
                json.append(row % PAGE_SIZE == 0 ? "" : ",").append(participant(row));
            }
            pages.add(Buffer.buffer(json.append("]}").toString()));
        }
        return pages;
    }

    static int pageCount(int rows) {
        return (rows + PAGE_SIZE - 1) / PAGE_SIZE;
    }

    private static String participant(int row) {
        int person = row / 2;
        Instant join = START.plusSeconds(row % 2 * 1800 + person % 600);
        return """
                {"id":"kQ4z%1$07dTs2Wq","user_id":"%2$d","participant_user_id":"kQ4z%1$07dTs2Wq",\
                "participant_uuid":"3F1C6D2E-%1$08d-%2$08d","user_name":"Çelik, Renée %1$d","email":"renee.%1$d@example.org",\
                "device":"Windows","os":"Windows","os_version":"11","ip_address":"203.0.113.%3$d","location":"Lyon (FR)",\
                "network_type":"Wifi","microphone":"Headset Microphone (Jabra Link 380)","camera":"Integrated Camera",\
                "speaker":"Speakers (Jabra Link 380)","data_center":"EU","full_data_center":"Europe;Germany (EU01_FR)",\
                "connection_type":"UDP","join_time":"%4$s","leave_time":"%5$s","share_application":false,\
                "share_desktop":false,"share_whiteboard":false,"recording":false,"status":"in_meeting",\
                "pc_name":"LAPTOP-%1$07d","domain":"example.org","mac_addr":"","harddisk_id":"","version":"6.2.11.50939",\
                "leave_reason":"Renée left the meeting.<br>Reason: Host ended the meeting.","in_room_participants":1,\
                "role":"attendee","aic_disclaimer":"not_shown"}"""
                .formatted(person, 16778240 + row, person % 250, join, join.plusSeconds(1700));
    }
}

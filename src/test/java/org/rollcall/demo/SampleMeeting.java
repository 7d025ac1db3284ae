package org.rollcall.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A lecture as Zoom's dashboard shows one: 637 rows of far fewer people, who rejoin, come by phone or as guests, sit in
 * the waiting room and in breakout rooms. The same at every run.
 */
public final class SampleMeeting {
    public static final String ID = "93201235621";
    public static final String UUID = "/ajXp112QmuoKj4854875==";
    public static final String TOPIC = "Statistics 201 · Lecture 9: Régression linéaire 📈";
    public static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    public static final Instant END = START.plus(Duration.ofMinutes(92));

    private static final int ROWS = 637;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] NAMES = {
        "Amina Yusuf", "Björn Östlund", "Chloé Lefèvre", "Đặng Thùy Linh", "Elif Çelik", "Фёдор Смирнов",
                "Giulia Rossi",
        "Ḥasan al-Baṣrī", "Ivana Šimić", "João Conceição", "Κατερίνα Παππά", "Lucía Muñoz", "Mai 田中 舞", "Nkechi Okafor",
        "Øystein Lund", "Priya राव", "Quentin O’Neill", "رنا الخطيب", "Søren Krøyer", "תמר לוי", "Ulla Mäkinen",
        "Valentina Gómez", "王小明", "Xenia Weiß", "이서연", "Zoë van Dijk"
    };
    private static final String[][] DEVICES = {
        {"Windows", "Windows 11", "Plantronics BT600", "Integrated Camera", "Wifi"},
        {"Mac", "macOS 15.1", "MacBook Pro Microphone", "FaceTime HD Camera", "Wifi"},
        {"iOS", "iOS 18.2", "iPhone Microphone", "Front Camera", "Cellular"},
        {"Android", "Android 15", "Internal Microphone", "Front Camera", "Cellular"},
        {"Linux", "Ubuntu 24.04", "USB Audio", "HD Webcam C920", "Wired"}
    };
    private static final String[] PLACES = {"Lyon (FR)", "Paris (FR)", "Genève (CH)", "Bruxelles (BE)", "Montréal (CA)"
    };

    private final Random random = new Random(9);
    private final List<ObjectNode> rows = new ArrayList<>();

    private SampleMeeting() {
        host();
        for (int person = 1; rows.size() < ROWS; person++) {
            if (person % 23 == 0) {
                phoneCaller(person);
            } else if (person % 11 == 0) {
                guest(person);
            } else {
                student(person);
            }
        }
        rows.subList(ROWS, rows.size()).clear();
        rows.sort(Comparator.comparing((ObjectNode row) -> row.get("join_time").asText())
                .reversed());
    }

    /** The meeting's details, as JSON. */
    public static String details() {
        return JSON.createObjectNode()
                .put("uuid", UUID)
                .put("id", Long.parseLong(ID))
                .put("topic", TOPIC)
                .put("host", "Prof. Agnès Martin")
                .put("email", "agnes.martin@example.edu")
                .put("user_type", "Licensed")
                .put("start_time", START.toString())
                .put("end_time", END.toString())
                .put("duration", "01:32:00")
                .put("participants", ROWS)
                .put("has_pstn", true)
                .put("has_voip", true)
                .toString();
    }

    /** What Zoom sends when it is over: {@code meeting.ended}. */
    public static String ended() {
        ObjectNode event = JSON.createObjectNode().put("event", "meeting.ended");
        event.put("event_ts", END.toEpochMilli())
                .putObject("payload")
                .put("account_id", "AAAAAABBBB")
                .putObject("object")
                .put("id", ID)
                .put("uuid", UUID)
                .put("host_id", "x1yCzABCDEfg23HiJKl4mN")
                .put("topic", TOPIC)
                .put("type", 8)
                .put("start_time", START.toString())
                .put("timezone", "Europe/Paris")
                .put("duration", 92)
                .put("end_time", END.toString());
        return event.toString();
    }

    /** The dashboard's pages of participants, as JSON; the token of page {@code n}, from 1 on, is {@code token-n}. */
    public static List<String> pages(int pageSize) {
        return pages(pageSize, new SampleMeeting().rows);
    }

    /** The same pages as Zoom's reports have them: fewer fields, some with other names. */
    public static List<String> reportPages(int pageSize) {
        return pages(
                pageSize,
                new SampleMeeting().rows.stream().map(SampleMeeting::reported).toList());
    }

    private static List<String> pages(int pageSize, List<ObjectNode> rows) {
        int count = (rows.size() + pageSize - 1) / pageSize;
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            ObjectNode json = JSON.createObjectNode()
                    .put("page_count", count)
                    .put("page_size", pageSize)
                    .put("total_records", rows.size())
                    .put("next_page_token", page < count ? "token-" + (page + 1) : "");
            json.putArray("participants")
                    .addAll(rows.subList((page - 1) * pageSize, Math.min(page * pageSize, rows.size())));
            pages.add(json.toString());
        }
        return pages;
    }

    private static ObjectNode reported(ObjectNode row) {
        ObjectNode reported = JSON.createObjectNode();
        for (String field : List.of("id", "user_id", "participant_user_id")) {
            reported.set(field, row.get(field));
        }
        reported.set("name", row.get("user_name"));
        reported.set("user_email", row.get("email"));
        reported.set("join_time", row.get("join_time"));
        reported.set("leave_time", row.get("leave_time"));
        Instant join = Instant.parse(row.get("join_time").asText());
        reported.put(
                "duration",
                Duration.between(join, Instant.parse(row.get("leave_time").asText()))
                        .toSeconds());
        reported.set("status", row.get("status"));
        if (row.has("bo_mtg_id")) {
            reported.set("bo_mtg_id", row.get("bo_mtg_id"));
        }
        return reported.put("failover", false);
    }

    private void host() {
        add(identified(0, "Prof. Agnès Martin", "agnes.martin@example.edu"), 0, 92)
                .put("role", "host");
    }

    private void student(int person) {
        String name = NAMES[person % NAMES.length] + (person < NAMES.length ? "" : " " + (person / NAMES.length + 1));
        String email = "student" + person + "@example.edu";
        int join = random.nextInt(100) < 80 ? random.nextInt(8) - 4 : random.nextInt(40);
        int leave = random.nextInt(100) < 85 ? 90 + random.nextInt(3) : 40 + random.nextInt(50);
        if (person % 9 == 0) {
            add(identified(person, name, email), join - 2, join).put("status", "in_waiting_room");
        }
        if (person % 4 == 0) {
            add(identified(person, name, email), join, 45);
            add(identified(person, name, email), 45, 60).put("bo_mtg_id", "Ym9fcm9vbV8" + person % 8);
            add(identified(person, name, email), 60, leave);
        } else if (person % 5 == 0) {
            int lost = join + 5 + random.nextInt(30);
            add(identified(person, name, email), join, lost)
                    .put(
                            "leave_reason",
                            name + " got disconnected from the meeting.<br>Reason: Network connection error.");
            add(identified(person, name, email), lost + 1, leave);
        } else {
            add(identified(person, name, email), join, leave);
        }
    }

    private void guest(int person) {
        ObjectNode row = JSON.createObjectNode()
                .put("id", "")
                .put("user_id", String.valueOf(16778240 + person))
                .put("participant_user_id", "")
                .put("user_name", "Guest " + NAMES[person % NAMES.length])
                .put("email", "");
        add(row, random.nextInt(20), 60 + random.nextInt(30));
    }

    private void phoneCaller(int person) {
        String number = "+3347200" + (1000 + person);
        ObjectNode row = JSON.createObjectNode()
                .put("id", "")
                .put("user_id", String.valueOf(16778240 + person))
                .put("user_name", number)
                .putNull("email");
        add(row, random.nextInt(10), 85)
                .put("device", "Phone")
                .put("network_type", "PSTN")
                .remove("camera");
        row.putArray("audio_call")
                .addObject()
                .put("call_number", number)
                .put("call_type", "call-in")
                .put("zoom_number", "+33170950103");
    }

    private ObjectNode identified(int person, String name, String email) {
        return JSON.createObjectNode()
                .put("id", "u" + Integer.toHexString(0x5d3f000 + person * 7919))
                .put("user_id", String.valueOf(16778240 + rows.size() * 1024))
                .put("participant_user_id", "u" + Integer.toHexString(0x5d3f000 + person * 7919))
                .put("user_name", name)
                .put("email", email);
    }

    private ObjectNode add(ObjectNode row, int joinMinute, int leaveMinute) {
        String[] device = DEVICES[random.nextInt(DEVICES.length)];
        Instant join = START.plusSeconds(joinMinute * 60L + random.nextInt(60));
        Instant leave = START.plusSeconds(Math.max(leaveMinute, joinMinute + 1) * 60L + random.nextInt(60));
        row.put("device", device[0])
                .put("os", device[0])
                .put("os_version", device[1])
                .put("ip_address", "192.0.2." + random.nextInt(255))
                .put("location", PLACES[random.nextInt(PLACES.length)])
                .put("network_type", device[4])
                .put("microphone", device[2])
                .put("camera", device[3])
                .put("speaker", "Default Speaker")
                .put("data_center", "EU")
                .put("full_data_center", "Europe;Germany (EU01_FR)")
                .put("connection_type", "UDP")
                .put("join_time", join.toString())
                .put("leave_time", leave.toString())
                .put("share_application", false)
                .put("share_desktop", random.nextInt(60) == 0)
                .put("share_whiteboard", false)
                .put("recording", false)
                .put("status", "in_meeting")
                .put("version", "6.2.11.4321")
                .put("leave_reason", "Host ended the meeting.")
                .put("role", "attendee")
                .put("aic_disclaimer", random.nextBoolean() ? "accepted" : "not_shown");
        rows.add(row);
        return row;
    }
}

package org.rollcall.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;

/** A meeting with a roster and a schedule, written as a document, for tests. The same at every run. */
final class Classroom {
    static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant END = START.plus(Duration.ofMinutes(92));

    private final List<String> rows = new ArrayList<>();
    private final List<ExpectedPerson> expected = new ArrayList<>();
    private Instant start = START;
    private Instant end = END;
    private ZoneId zone = ZoneId.of("Europe/Paris");
    private boolean zoneKnown = true;
    private Redaction redaction = Redaction.NONE;
    private MeetingType type = MeetingType.PAST;
    private UnaryOperator<AttendanceContext> context = UnaryOperator.identity();

    /** A class with so many people, of whom some are late, leave early, or do not come. */
    static Classroom of(int people) {
        Classroom room = new Classroom();
        for (int person = 0; person < people; person++) {
            room.person(person);
        }
        return room;
    }

    Classroom at(Instant start, Duration length, ZoneId zone) {
        this.start = start;
        this.end = start.plus(length);
        this.zone = zone;
        return this;
    }

    Classroom withZoneUnknown() {
        zone = ZoneId.of("UTC");
        zoneKnown = false;
        return this;
    }

    Classroom without(Redaction redaction) {
        this.redaction = redaction;
        return this;
    }

    Classroom live() {
        type = MeetingType.LIVE;
        return this;
    }

    Classroom with(UnaryOperator<AttendanceContext> context) {
        this.context = context;
        return this;
    }

    Classroom expecting(ExpectedPerson person) {
        expected.add(person);
        return this;
    }

    Classroom row(String json) {
        rows.add(json);
        return this;
    }

    Classroom row(String name, int joinMinute, int leaveMinute) {
        return row("{\"user_name\":\"" + name + "\",\"email\":\"" + email(name) + "\",\"join_time\":\""
                + start.plusSeconds(joinMinute * 60L) + "\",\"leave_time\":\"" + start.plusSeconds(leaveMinute * 60L)
                + "\"}");
    }

    private void person(int number) {
        String name = (number == 0 ? "Prof. Agnès " : FIRST[number % FIRST.length] + " ")
                + LAST[(number * 7 + number / FIRST.length) % LAST.length]
                + (number < FIRST.length * LAST.length ? "" : " " + number / (FIRST.length * LAST.length) + 1);
        int length = (int) Duration.between(start, end).toMinutes();
        expected.add(new ExpectedPerson(
                name, email(name), null, List.of(), number % 59 == 3, Map.of("group", "G" + number % 4)));
        if (number % 17 == 2 || number % 59 == 3) {
            return;
        }
        int join = number % 13 == 5 ? 6 + number % 19 : -(number % 3);
        int leave = number % 19 == 7 ? length - 8 - number % 23 : length;
        String who = "\"user_name\":\"" + name + "\",\"email\":\"" + email(name) + "\",\"role\":\""
                + (number == 0 ? "host" : "attendee") + "\",\"device\":\"" + DEVICES[number % 4]
                + "\",\"location\":\"" + PLACES[number % 3] + "\",\"network_type\":\""
                + (number % 4 == 3 ? "Cellular" : "Wifi")
                + "\"";
        if (number % 6 == 1) {
            row(who, join, 40, ",\"bo_mtg_id\":\"\"");
            row(who, 40, 60, ",\"bo_mtg_id\":\"Ym9fcm9vb" + number % 8 + "\"");
            row(who, 60, leave, "");
        } else if (number % 9 == 4) {
            row(who, join, 30, "");
            row(who, 34, leave, "");
        } else {
            row(who, join, leave, number % 25 == 9 ? ",\"in_room_participants\":4" : "");
        }
    }

    private void row(String who, int joinMinute, int leaveMinute, String more) {
        row("{" + who + ",\"join_time\":\"" + start.plusSeconds(joinMinute * 60L) + "\",\"leave_time\":\""
                + start.plusSeconds(leaveMinute * 60L) + "\"" + more + "}");
    }

    byte[] write(ReportFormat format) {
        Meeting meeting = new Meeting(
                MeetingKind.MEETING,
                "93201235621",
                "/ajXp112QmuoKj4854875==",
                "Statistics 201, lecture 9: régression linéaire",
                start,
                type == MeetingType.LIVE ? null : end,
                zone.getId(),
                "Prof. Agnès Martin",
                "agnes.martin@example.edu",
                null,
                8);
        AttendanceContext base = AttendanceContext.of(start, meeting.endTime(), type == MeetingType.LIVE ? end : null)
                .withZone(zone, zoneKnown)
                .withExpected(expected.isEmpty() ? null : expected);
        try (ReportDocuments documents = new ReportDocuments(List.of(format), redaction)) {
            ReportFold fold = new ReportFold(Source.DASHBOARD, type);
            for (int from = 0; from < Math.max(1, rows.size()); from += 300) {
                String page = "{\"total_records\":" + rows.size() + ",\"participants\":["
                        + String.join(",", rows.subList(from, Math.min(from + 300, rows.size()))) + "]}";
                ParticipantsPage read = ParticipantsPageReader.read(page.getBytes(StandardCharsets.UTF_8));
                fold.add(read.participants(), read.totalRecords(), read.otherFields());
                documents.page(read.participants());
            }
            Report report = fold.finish(meeting, end.plusSeconds(180), context.apply(base));
            return Documents.bytes(documents.end(report).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(ReportFormat format) {
        return new String(write(format), StandardCharsets.UTF_8);
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", ".") + "@students.example.edu";
    }

    private static final String[] DEVICES = {"Windows", "Mac", "iOS", "Android"};
    private static final String[] PLACES = {"Lyon (FR)", "Paris (FR)", "Genève (CH)"};
    private static final String[] FIRST = {
        "Amina", "Björn", "Chloé", "Linh", "Elif", "Фёдор", "Giulia", "Ḥasan", "Ivana", "João", "Κατερίνα", "Lucía",
                "Mai",
        "Nkechi", "Øystein", "Priya", "Quentin", "رنا", "Søren", "תמר", "Ulla", "Valentina", "王小明", "Xenia", "이서연",
                "Zoë"
    };
    private static final String[] LAST = {
        "Yusuf",
        "Östlund",
        "Lefèvre",
        "Đặng",
        "Çelik",
        "Smirnov",
        "Rossi",
        "al-Baṣrī",
        "Šimić",
        "Conceição",
        "Papadopoulou",
        "Muñoz de la Fuente",
        "Tanaka",
        "Okafor",
        "Lund",
        "Raghunathan",
        "O’Neill",
        "Khatib",
        "Krøyer",
        "Levy",
        "Mäkinen",
        "Gómez",
        "Wang",
        "Weiß",
        "Lee",
        "van Dijk",
        "Schmidt-Rottluff",
        "Nowak",
        "Dubois"
    };
}

package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.AttendanceFilter;
import org.rollcall.report.attendance.ExpectedPerson;

class AttendanceDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIM =
            """
            {"id":"k","user_name":"Kim","email":"kim@a.example","role":"host","device":"Mac","location":"Lyon (FR)",
             "network_type":"Wifi","status":"in_meeting",
             "join_time":"2026-11-20T09:00:07Z","leave_time":"2026-11-20T09:30:07Z"}""";
    private static final String KIM_AGAIN =
            """
            {"id":"k","user_name":"Kim","email":"kim@a.example","role":"host","device":"iOS",
             "join_time":"2026-11-20T09:40:00Z","leave_time":"2026-11-20T09:42:30Z"}""";
    private static final String LEE =
            """
            {"id":"","user_name":"=HYPERLINK(1)","email":"","role":"attendee",
             "join_time":"2026-11-20T09:50:00Z"}""";
    private static final String WAITING =
            """
            {"user_name":"Mo","status":"in_waiting_room","join_time":"2026-11-20T09:50:00Z",
             "leave_time":"2026-11-20T09:51:00Z"}""";

    private static final String HEADER =
            "\uFEFFname,email,role,first_join,last_leave,minutes,sessions,share_of_meeting,"
                    + "matched_by,status,late_minutes,left_early_minutes,first_join_local,last_leave_local,timezone,meeting_id,"
                    + "meeting_uuid,topic,meeting_start,source,remark";
    private static final String MEETING =
            "Europe/Paris,93201235621,4444AAAiAAAAAiAiAiiAii==,Topic,2026-11-20T09:00:00Z,dashboard,";

    @Test
    void aLineAPerson() {
        assertEquals(
                HEADER
                        + """
                        \r
                        Kim,kim@a.example,host,2026-11-20T09:00:07Z,2026-11-20T09:42:30Z,32.50,2,0.5417,id,\
                        left_early,0.12,17.50,2026-11-20 10:00:07,2026-11-20 10:42:30,%1$s\r
                        '=HYPERLINK(1),,attendee,2026-11-20T09:50:00Z,2026-11-20T10:00:00Z,10.00,1,0.1667,user_name,\
                        late,50.00,0.00,2026-11-20 10:50:00,2026-11-20 11:00:00,%1$s\r
                        Mo,,,,,0.00,0,0,user_name,waiting_room_only,,,,,%1$s\r
                        """
                                .formatted(MEETING),
                WrittenReport.ofPast().text(new AttendanceFormat(), KIM, KIM_AGAIN, LEE, WAITING));
    }

    @Test
    void anEmptyMeetingHasAHeaderAlone() {
        assertEquals(HEADER + "\r\n", WrittenReport.ofPast().text(new AttendanceFormat()));
    }

    @Test
    void whatIsUnknownIsAnEmptyCell() {
        String unknown = WrittenReport.of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1"))
                .text(new AttendanceFormat(), "{\"user_name\":\"Kim\"}");
        assertEquals(
                HEADER
                        + """
                        \r
                        Kim,,,,,,,,user_name,unknown_times,,,,,UTC,1,,,,dashboard,\
                        a time is missing or unreadable and counts as unknown\r
                        """,
                unknown);
    }

    @Test
    void theRostersColumnsComeLastAndNoneTwice() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("student", "=17");
        columns.put("Status", "enrolled");
        columns.put("roster_Status", "x");
        ExpectedPerson kim = new ExpectedPerson("Kim", "kim@a.example", null, List.of(), false, columns);
        ExpectedPerson sam = new ExpectedPerson("Sam", null, null, List.of(), true, Map.of("group", "B"));
        List<NamedCsvRecord> lines =
                lines(WrittenReport.ofPast().with(List.of(kim, sam)).text(new AttendanceFormat(), KIM, LEE));
        assertEquals(
                List.of("student", "roster_Status", "roster_roster_Status", "group"),
                lines.get(0).getHeader().subList(21, 25));
        assertEquals("left_early", lines.get(0).getField("status"));
        assertEquals("'=17", lines.get(0).getField("student"));
        assertEquals("enrolled", lines.get(0).getField("roster_Status"));
        assertEquals("x", lines.get(0).getField("roster_roster_Status"));
        assertEquals("", lines.get(0).getField("group"));
        assertEquals("", lines.get(1).getField("student"));
        assertEquals("not on the roster", lines.get(1).getField("remark"));
        assertEquals("excused", lines.get(2).getField("status"));
        assertEquals("B", lines.get(2).getField("group"));
        assertEquals("0.00", lines.get(2).getField("minutes"));
    }

    @Test
    void theJsonReportHasTheSame() throws IOException {
        JsonNode report = json(WrittenReport.ofPast(), KIM, KIM_AGAIN, LEE, WAITING);
        assertEquals(4, report.get("participants").size());
        assertEquals(3, report.get("attendance").size());
        assertEquals(
                JSON.readTree(
                        """
                        {"name":"Kim","email":"kim@a.example","role":"host","first_join":"2026-11-20T09:00:07Z",
                        "last_leave":"2026-11-20T09:42:30Z","minutes":32.5,"sessions":2,"share_of_meeting":0.5417,
                        "matched_by":"id","status":"left_early","late_minutes":0.12,"left_early_minutes":17.5,
                        "remark":null,"participant_user_id":null,"registrant_id":null,"customer_key":null,
                        "intervals":[{"join":"2026-11-20T09:00:07Z","leave":"2026-11-20T09:30:07Z"},
                        {"join":"2026-11-20T09:40:00Z","leave":"2026-11-20T09:42:30Z"}]}"""),
                report.get("attendance").get(0));
        assertEquals(
                "=HYPERLINK(1)", report.get("attendance").get(1).get("name").asText());
        JsonNode waiting = report.get("attendance").get(2);
        assertTrue(waiting.get("only_waited").asBoolean());
        assertEquals("waiting_room_only", waiting.get("status").asText());
        assertEquals(0, waiting.get("intervals").size());
        assertEquals(
                "{\"people\":2,\"left_out\":0,\"only_waited\":1,\"peak\":1,\"peak_at\":\"2026-11-20T09:00:07Z\","
                        + "\"average\":0.7,\"unknown_times\":0,\"backward_times\":0,"
                        + "\"statuses\":{\"waiting_room_only\":1,\"unknown_times\":0,\"short\":0,"
                        + "\"late_and_left_early\":0,\"late\":1,\"left_early\":1,\"present\":0},"
                        + "\"counted_from\":\"meeting\",\"scheduled_start\":null,\"scheduled_end\":null,"
                        + "\"timezone\":\"Europe/Paris\",\"timezone_known\":true}",
                report.get("attendance_totals").toString());
    }

    @Test
    void theJsonReportHasTheAbsentAndTheSchedule() throws IOException {
        Instant start = WrittenReport.MEETING.startTime();
        ExpectedPerson sam = new ExpectedPerson("Sam", "sam@a.example", "r1", List.of(), false, Map.of("group", "B"));
        JsonNode report = json(
                WrittenReport.ofPast().with(List.of(sam)).with(context -> context.withSchedule(
                                start.minusSeconds(60), start.plusSeconds(600))
                        .withZone(ZoneOffset.UTC, false)),
                KIM);
        JsonNode absent = report.get("attendance").get(1);
        assertEquals("absent", absent.get("status").asText());
        assertEquals("r1", absent.get("registrant_id").asText());
        assertEquals("{\"group\":\"B\"}", absent.get("roster").toString());
        assertTrue(absent.get("first_join").isNull());
        assertFalse(report.get("attendance").get(0).has("roster"));
        JsonNode totals = report.get("attendance_totals");
        assertEquals(1, totals.get("people").asInt());
        assertEquals(1, totals.get("statuses").get("absent").asInt());
        assertEquals(0, totals.get("statuses").get("excused").asInt());
        assertEquals("schedule", totals.get("counted_from").asText());
        assertEquals("2026-11-20T08:59:00Z", totals.get("scheduled_start").asText());
        assertEquals("2026-11-20T09:10:00Z", totals.get("scheduled_end").asText());
        assertEquals("UTC", totals.get("timezone").asText());
        assertFalse(totals.get("timezone_known").asBoolean());
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        JsonNode report = json(
                WrittenReport.of(MeetingType.PAST, Meeting.ofId(MeetingKind.MEETING, "1")),
                "{}",
                "null",
                "{\"id\":\"x\",\"join_time\":\"noon\"}",
                "{\"id\":\"x\",\"join_time\":\"2026-11-20T09:50:00Z\",\"leave_time\":\"2026-11-20T09:40:00Z\"}");
        JsonNode x = report.get("attendance").get(0);
        assertEquals("id", x.get("matched_by").asText());
        assertTrue(x.get("name").isNull());
        for (String unknown :
                List.of("share_of_meeting", "minutes", "sessions", "late_minutes", "left_early_minutes", "intervals")) {
            assertTrue(x.get(unknown).isNull(), unknown);
        }
        assertEquals(1, x.get("unknown_times").asInt());
        assertEquals(1, x.get("backward_times").asInt());
        assertEquals(3, report.get("attendance_totals").get("unknown_times").asInt());
    }

    @Test
    void aFilterAppliesToAttendanceAndNotToRows() throws IOException {
        WrittenReport filtered =
                WrittenReport.ofPast().with(new AttendanceFilter(new BigDecimal("10.01"), BigDecimal.ZERO));
        JsonNode report = json(filtered, KIM, KIM_AGAIN, LEE, WAITING);
        assertEquals(4, report.get("participants").size());
        assertEquals(1, report.get("attendance").size());
        assertEquals(2, report.get("attendance_totals").get("left_out").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendance", "json", "csv", "ndjson", "people"})
    void redactedFieldsAreInNoDocument(String name) {
        ReportFormat format = Stream.of(
                        new AttendanceFormat(),
                        new JsonFormat(),
                        new CsvFormat(),
                        new NdjsonFormat(),
                        new PeopleFormat())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Redaction redaction = new Redaction(Set.of("email", "user_name", "role", "join_time", "leave_time"));
        String text = WrittenReport.ofPast().without(redaction).text(format, KIM, KIM_AGAIN, LEE);
        for (String secret : List.of("Kim", "kim@", "HYPERLINK", "host", "attendee", "T09:00:07", "T09:42", "T09:50")) {
            assertFalse(text.contains(secret), () -> secret + " is in " + text);
        }
    }

    @Test
    void redactionKeepsPeopleApartAndTheirMinutes() {
        Redaction redaction = new Redaction(Set.of("id", "email", "user_name", "join_time"));
        List<NamedCsvRecord> lines =
                lines(WrittenReport.ofPast().without(redaction).text(new AttendanceFormat(), KIM, KIM_AGAIN, LEE));
        assertEquals(
                List.of("32.50", "10.00"),
                lines.stream().map(line -> line.getField("minutes")).toList());
        assertEquals("2", lines.get(0).getField("sessions"));
        for (String told : List.of(
                "first_join",
                "last_leave",
                "late_minutes",
                "left_early_minutes",
                "first_join_local",
                "last_leave_local")) {
            assertEquals("", lines.get(0).getField(told), told);
        }
        assertEquals("left_early", lines.get(0).getField("status"));
    }

    @Test
    void aLectureOfManyRowsHasFarFewerPeople() {
        String text = new String(
                WrittenReport.of(
                                MeetingType.PAST,
                                new Meeting(
                                        SampleMeeting.ID,
                                        SampleMeeting.UUID,
                                        SampleMeeting.TOPIC,
                                        SampleMeeting.START,
                                        SampleMeeting.END,
                                        null))
                        .ofPages(new AttendanceFormat(), SampleMeeting.pages(300)),
                StandardCharsets.UTF_8);
        List<NamedCsvRecord> lines = lines(text);
        assertTrue(lines.size() > 300 && lines.size() < 420, () -> lines.size() + " people");
        assertEquals("Prof. Agnès Martin", lines.get(0).getField("name"));
        assertTrue(lines.stream()
                .map(line -> line.getField("name"))
                .filter(name -> name.contains("+33"))
                .allMatch(name -> name.startsWith("'+")));
    }

    private static JsonNode json(WrittenReport report, String... participants) throws IOException {
        return JSON.readTree(report.of(new JsonFormat(), participants));
    }

    private static List<NamedCsvRecord> lines(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }
}

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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.report.AttendanceFilter;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

class AttendanceDocumentsTest {
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

    @Test
    void aLineAPerson() {
        assertEquals(
                """
                \uFEFFname,email,role,first_join,last_leave,minutes,sessions,share_of_meeting,matched_by\r
                Kim,kim@a.example,host,2026-11-20T09:00:07Z,2026-11-20T09:42:30Z,32.5,2,0.5416,id\r
                '=HYPERLINK(1),,attendee,2026-11-20T09:50:00Z,2026-11-20T10:00:00Z,10,1,0.1666,user_name\r
                Mo,,,,,0,0,0,user_name\r
                """,
                WrittenReport.ofPast().text(new AttendanceFormat(), KIM, KIM_AGAIN, LEE, WAITING));
    }

    @Test
    void anEmptyMeetingHasAHeaderAlone() {
        assertEquals(
                "\uFEFFname,email,role,first_join,last_leave,minutes,sessions,share_of_meeting,matched_by\r\n",
                WrittenReport.ofPast().text(new AttendanceFormat()));
    }

    @Test
    void theJsonReportHasTheSame() throws IOException {
        JsonNode report = json(WrittenReport.ofPast(), KIM, KIM_AGAIN, LEE, WAITING);
        assertEquals(4, report.get("participants").size());
        assertEquals(3, report.get("attendance").size());
        JsonNode kim = report.get("attendance").get(0);
        assertEquals("Kim", kim.get("name").asText());
        assertEquals("kim@a.example", kim.get("email").asText());
        assertEquals("host", kim.get("role").asText());
        assertEquals("2026-11-20T09:00:07Z", kim.get("first_join").asText());
        assertEquals("2026-11-20T09:42:30Z", kim.get("last_leave").asText());
        assertEquals(32.5, kim.get("minutes").asDouble());
        assertEquals(2, kim.get("sessions").asInt());
        assertEquals(0.5416, kim.get("share_of_meeting").asDouble());
        assertEquals("id", kim.get("matched_by").asText());
        assertEquals(
                "=HYPERLINK(1)", report.get("attendance").get(1).get("name").asText());
        assertTrue(report.get("attendance").get(2).get("only_waited").asBoolean());
        assertEquals(
                "{\"people\":3,\"left_out\":0,\"only_waited\":1,\"peak\":1,\"peak_at\":\"2026-11-20T09:00:07Z\","
                        + "\"average\":0.7,\"unknown_times\":0,\"backward_times\":0}",
                report.get("attendance_totals").toString());
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        JsonNode report = json(
                WrittenReport.of(MeetingType.PAST, Meeting.ofId("1")),
                "{}",
                "null",
                "{\"id\":\"x\",\"join_time\":\"noon\"}",
                "{\"id\":\"x\",\"join_time\":\"2026-11-20T09:50:00Z\",\"leave_time\":\"2026-11-20T09:40:00Z\"}");
        JsonNode x = report.get("attendance").get(0);
        assertEquals("id", x.get("matched_by").asText());
        assertTrue(x.get("name").isNull());
        assertTrue(x.get("share_of_meeting").isNull());
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
    @ValueSource(strings = {"attendance", "json", "csv", "ndjson"})
    void redactedFieldsAreInNoDocument(String name) {
        ReportFormat format =
                List.of(new AttendanceFormat(), new JsonFormat(), new CsvFormat(), new NdjsonFormat()).stream()
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
                List.of("32.5", "10"),
                lines.stream().map(line -> line.getField("minutes")).toList());
        assertEquals("2", lines.get(0).getField("sessions"));
        assertEquals("2026-11-20T09:42:30Z", lines.get(0).getField("last_leave"));
        assertEquals("", lines.get(0).getField("first_join"));
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
        return new ObjectMapper().readTree(report.of(new JsonFormat(), participants));
    }

    private static List<NamedCsvRecord> lines(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }
}

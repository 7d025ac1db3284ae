package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.report.attendance.ExpectedPerson;

/** What is redacted can't be told from what is left. */
class AttendanceRedactionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIM =
            """
            {"id":"k","participant_user_id":"p","registrant_id":"r","customer_key":"c","user_name":"Kim Lee",
            "email":"kim@a.example","role":"host","device":"Mac","location":"Lyon (FR)","network_type":"Wifi",
            "join_time":"2026-11-20T08:50:07Z","leave_time":"2026-11-20T09:30:07Z"}""";
    private static final String WAITING =
            """
            {"user_name":"Mo","status":"in_waiting_room","join_time":"2026-11-20T09:50:00Z",
             "leave_time":"2026-11-20T09:51:00Z"}""";
    private static final ExpectedPerson EXPECTED = expected(
            "Kim Lee",
            "kim@a.example",
            "student",
            "17",
            "Surname",
            "Lee",
            "Given",
            "KIM",
            "E-Mail 2",
            "x",
            "login",
            "lee@b.example",
            "note",
            "a friend of Sam's");
    private static final ExpectedPerson ABSENT = expected("Sam Roe", "sam@a.example", "student", "18", "note", "-");

    @ParameterizedTest
    @ValueSource(strings = {"join_time", "leave_time"})
    void aTimeTakesWithItWhatWouldTellIt(String field) throws IOException {
        for (JsonNode kim : List.of(json(field).get("attendance").get(0), people(field))) {
            for (String told :
                    List.of("first_join", "last_leave", "late_minutes", "left_early_minutes", "intervals", "remark")) {
                assertThat(kim.get(told).isNull()).as(told).isTrue();
            }
            assertThat(kim.get("minutes").asText()).isEqualTo("40");
            assertThat(kim.get("sessions").asInt()).isEqualTo(1);
            // With the minutes, a share would tell how long before the meeting they came.
            assertThat(kim.get("share_of_meeting").isNull()).isTrue();
            assertThat(kim.get("status").asText()).isEqualTo("left_early");
        }
        NamedCsvRecord line = csv(field);
        for (String told :
                List.of("first_join", "last_leave", "first_join_local", "last_leave_local", "late_minutes")) {
            assertThat(line.getField(told)).as(told).isEmpty();
        }
        assertThat(json(field).get("attendance_totals").get("peak_at").isNull()).isTrue();
    }

    @Test
    void theShareStaysOfWhoWasThereOnlyDuringTheMeeting() throws IOException {
        String inside = KIM.replace("08:50:07", "09:00:07");
        String text = report(Set.of("join_time")).text(new PeopleFormat(), inside);
        assertThat(JSON.readTree(text).get("share_of_meeting").asText()).isEqualTo("0.5");
    }

    @Test
    void aTimeTakesTheDurationOfARowWithIt() throws IOException {
        String row = "{\"join_time\":\"2026-11-20T09:00:00Z\",\"duration\":60,\"name\":\"Kim\",\"user_email\":\"k@a\"}";
        assertThat(rows(row, "leave_time").has("duration")).isFalse();
        assertThat(rows(row, "join_time").has("duration")).isFalse();
        assertThat(rows(row, "duration").has("duration")).isFalse();
        assertThat(rows(row, "email").has("duration")).isTrue();
        assertThat(rows(row, "email").has("user_email")).isFalse();
        assertThat(rows(row, "email").has("name")).isTrue();
        assertThat(rows(row, "user_name").has("name")).isFalse();
        assertThat(rows("{\"user_name\":\"Kim\",\"name\":\"Kim\"}", "name")).isEmpty();
        assertThat(rows("{\"email\":\"k\",\"user_email\":\"k\"}", "user_email")).isEmpty();
    }

    @Test
    void aNameIsInNoColumnOfTheRosterEither() throws IOException {
        JsonNode report = json("user_name");
        assertThat(report.get("attendance").toString()).doesNotContainIgnoringCase("kim\"", "lee\"", "sam's", "roe");
        assertThat(report.get("attendance").get(0).get("name").isNull()).isTrue();
        assertThat(report.get("attendance").get(0).get("roster").toString())
                .isEqualTo("{\"student\":\"17\",\"E-Mail 2\":\"x\"}");
        assertThat(absent(report).get("roster").toString()).isEqualTo("{\"student\":\"18\",\"note\":\"-\"}");
        assertThat(absent(report).get("email").asText()).isEqualTo("sam@a.example");
    }

    @Test
    void norIsAnEmailAddress() throws IOException {
        JsonNode report = json("email");
        assertThat(report.get("attendance").toString()).doesNotContain("@");
        assertThat(report.get("attendance").get(0).get("roster").toString())
                .isEqualTo("{\"student\":\"17\",\"Surname\":\"Lee\",\"Given\":\"KIM\",\"note\":\"a friend of Sam's\"}");
        assertThat(absent(report).get("name").asText()).isEqualTo("Sam Roe");
    }

    @Test
    void aColumnOfAHiddenFieldsNameIsHidden() throws IOException {
        assertThat(json("Student").get("attendance").get(0).get("roster").has("student"))
                .isFalse();
        assertThat(csv("registrant_id", "student").getHeader()).doesNotContain("student");
    }

    @Test
    void theWaitingRoomGoesWithTheStatus() throws IOException {
        JsonNode report = json("status");
        JsonNode mo = report.get("attendance").get(1);
        assertThat(mo.get("name").asText()).isEqualTo("Mo");
        assertThat(mo.get("status").isNull()).isTrue();
        assertThat(mo.get("minutes").isNull()).isTrue();
        assertThat(mo.has("only_waited")).isFalse();
        assertThat(report.get("attendance").get(0).get("status").asText()).isEqualTo("left_early");
        assertThat(report.get("attendance_totals").get("only_waited").asInt()).isZero();
        assertThat(report.get("attendance_totals")
                        .get("statuses")
                        .get("waiting_room_only")
                        .asInt())
                .isZero();
    }

    @Test
    void identifiersAndKindsGoByTheirFields() throws IOException {
        JsonNode kim = json("participant_user_id", "registrant_id", "customer_key", "role")
                .get("attendance")
                .get(0);
        for (String field : List.of("participant_user_id", "registrant_id", "customer_key", "role")) {
            assertThat(kim.get(field).isNull()).as(field).isTrue();
            assertThat(json("device").get("attendance").get(0).get(field).isNull())
                    .as(field)
                    .isFalse();
        }
        String page = report(Set.of("device", "location", "network_type")).text(new HtmlFormat(), KIM);
        assertThat(page).doesNotContain("Mac<", "Lyon", "Wifi");
    }

    private static ExpectedPerson expected(String name, String email, String... columns) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            byName.put(columns[i], columns[i + 1]);
        }
        return new ExpectedPerson(name, email, null, List.of(), false, byName);
    }

    private static JsonNode absent(JsonNode report) {
        return report.get("attendance").get(2);
    }

    private static WrittenReport report(Set<String> fields) {
        return WrittenReport.ofPast().with(List.of(EXPECTED, ABSENT)).without(new Redaction(fields));
    }

    private static JsonNode json(String... fields) throws IOException {
        return JSON.readTree(report(Set.of(fields)).of(new JsonFormat(), KIM, WAITING));
    }

    private static JsonNode people(String... fields) throws IOException {
        return JSON.readTree(report(Set.of(fields)).of(new PeopleFormat(), KIM));
    }

    private static NamedCsvRecord csv(String... fields) {
        String text = report(Set.copyOf(Arrays.asList(fields))).text(new AttendanceFormat(), KIM);
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream()
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rows(String row, String field) throws IOException {
        return JSON.readTree(report(Set.of(field)).of(new JsonFormat(), row))
                .get("participants")
                .get(0);
    }
}

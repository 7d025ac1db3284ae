package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.report.attendance.ExpectedPerson;

class PeopleFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIM =
            """
            {"id":"k","participant_user_id":"p","registrant_id":"r","customer_key":"c","user_name":"=Kim","email":"k@a.example",
            "role":"host","join_time":"2026-11-20T09:00:00Z","leave_time":"2026-11-20T09:30:00Z"}""";

    private final PeopleFormat format = new PeopleFormat();

    @Test
    void isOnePersonALineWithTheTypesOfItsValues() throws IOException {
        ExpectedPerson kim = new ExpectedPerson("Kim", "k@a.example", null, List.of(), false, Map.of("group", "B"));
        String text = WrittenReport.ofPast().with(List.of(kim)).text(format, KIM, KIM, "{\"user_name\":\"Zed\"}");
        List<String> lines = text.lines().toList();
        assertThat(text).endsWith("}\n").doesNotContain("\n\n");
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name":"=Kim","email":"k@a.example","role":"host","first_join":"2026-11-20T09:00:00Z",
                                "last_leave":"2026-11-20T09:30:00Z","minutes":30,"sessions":1,"share_of_meeting":0.5,
                                "matched_by":"participant_user_id","status":"left_early","late_minutes":0,"left_early_minutes":30,
                                "first_join_local":"2026-11-20 10:00:00","last_leave_local":"2026-11-20 10:30:00",
                                "timezone":"Europe/Paris","meeting_id":"93201235621",
                                "meeting_uuid":"4444AAAiAAAAAiAiAiiAii==","topic":"Topic","meeting_start":"2026-11-20T09:00:00Z",
                                "source":"dashboard","remark":null,"participant_user_id":"p","registrant_id":"r",
                                "customer_key":"c",
                                "intervals":[{"join":"2026-11-20T09:00:00Z","leave":"2026-11-20T09:30:00Z"}],
                                "roster":{"group":"B"}}"""));
        JsonNode zed = JSON.readTree(lines.get(1));
        assertThat(zed.get("status").asText()).isEqualTo("unknown_times");
        assertThat(zed.get("remark").asText())
                .isEqualTo("a time is missing or unreadable and counts as unknown; not on the roster");
        for (String unknown : List.of("minutes", "sessions", "share_of_meeting", "late_minutes", "first_join_local")) {
            assertThat(zed.get(unknown).isNull()).as(unknown).isTrue();
        }
    }

    @Test
    void isEmptyOfAnEmptyMeeting() {
        assertThat(WrittenReport.ofPast().of(format)).isEmpty();
    }

    @Test
    void isNdjson() {
        assertThat(format.name()).isEqualTo("people");
        assertThat(format.extension()).isEqualTo("ndjson");
        assertThat(format.contentType()).isEqualTo("application/x-ndjson");
    }
}

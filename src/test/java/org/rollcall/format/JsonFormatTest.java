package org.rollcall.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.Attendance;
import org.rollcall.zoom.api.Pages;
import org.rollcall.zoom.api.ParticipantsPage;

class JsonFormatTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonFormat format = new JsonFormat();

    @Test
    void isASupersetOfTheDocumentedSample() throws IOException {
        String sample = new String(
                getClass().getResourceAsStream("/zoom/participants-sample.json").readAllBytes(),
                StandardCharsets.UTF_8);
        ParticipantsPage page = Pages.read(sample);

        JsonNode zoom = JSON.readTree(sample);
        JsonNode ours = JSON.readTree(Documents.write(format, Redaction.NONE, page.participants()));

        zoom.fieldNames().forEachRemaining(name -> {
            assertThat(ours.has(name)).as(name).isTrue();
            assertThat(ours.get(name).getNodeType())
                    .as(name)
                    .isEqualTo(zoom.get(name).getNodeType());
        });
        assertThat(ours.get("participants")).isEqualTo(zoom.get("participants"));
        assertThat(ours.get("total_records")).isEqualTo(zoom.get("total_records"));
        assertThat(ours.get("page_count").asInt()).isEqualTo(1);
        assertThat(ours.get("page_size").asInt()).isEqualTo(2);
        assertThat(ours.get("next_page_token").asText("?")).isEmpty();
    }

    @Test
    void canBeReadAsAPageOfZooms() throws IOException {
        String json = Documents.write(format, Redaction.NONE, Pages.rows("{\"id\":\"a\"}", "{}"), Pages.rows("null"));

        ParticipantsPage page = Pages.read(json);

        assertThat(page.totalRecords()).isEqualTo(3);
        assertThat(page.nextPageToken()).isEmpty();
        assertThat(page.participants()).hasSize(3);
    }

    @Test
    void saysWhatItIsAReportOf() throws IOException {
        JsonNode json = JSON.readTree(Documents.write(format, Redaction.NONE, Pages.rows("{}")));

        assertThat(json.get("meeting"))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"id":"93201235621","uuid":"/ajXp112QmuoKj4854875==","topic":"Weekly réunion — 🎓",
                "start_time":"2026-11-22T09:00:00Z","end_time":"2026-11-22T10:01:12Z","timezone":"Europe/Paris"}"""));
        assertThat(json.get("type").asText()).isEqualTo("past");
        assertThat(json.get("generated_at").asText()).isEqualTo("2026-11-22T10:05:00Z");
        assertThat(json.get("complete").isBoolean()).isTrue();
        assertThat(json.get("complete").asBoolean()).isTrue();
    }

    @Test
    void saysNullWhereNothingIsKnownOfTheMeeting() throws IOException {
        Report report = new Report(
                Meeting.ofId(MeetingKind.MEETING, "1"),
                Source.DASHBOARD,
                MeetingType.LIVE,
                0,
                false,
                Instant.parse("2026-11-22T10:05:00Z"),
                Collections.emptySortedMap(),
                () -> Attendance.NONE);
        try (ReportDocuments documents = new ReportDocuments(List.of(format), Redaction.NONE)) {
            JsonNode json = JSON.readTree(Documents.bytes(documents.end(report).get(0)));

            assertThat(json.get("meeting"))
                    .isEqualTo(JSON.readTree(
                            "{\"id\":\"1\",\"uuid\":null,\"topic\":null,\"start_time\":null,\"end_time\":null}"));
            assertThat(json.get("participants")).isEmpty();
            assertThat(json.get("complete").asBoolean()).isFalse();
            assertThat(json.get("type").asText()).isEqualTo("live");
        }
    }

    @Test
    void changesNoByteOfAParticipant() throws IOException {
        String row = "{ \"a\" : 1.10, \"b\":1e5,\n\"c\":\"\\u00e9\\ud800🎓\", \"d\":[null,{}],\"a\":0 }";

        String json = Documents.write(format, Redaction.NONE, Pages.rows(row, row), Pages.rows(row));

        assertThat(json.split(java.util.regex.Pattern.quote(row), -1)).hasSize(4);
        assertThat(JSON.readTree(json).get("participants")).hasSize(3);
    }

    @Test
    void isJson() {
        assertThat(format.name()).isEqualTo("json");
        assertThat(format.extension()).isEqualTo("json");
        assertThat(format.contentType()).isEqualTo("application/json");
    }
}

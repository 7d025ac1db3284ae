package org.rollcall.lambda.stored;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.format.MeetingJson;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.Remark;
import org.rollcall.report.row.Row;
import org.rollcall.report.row.Times;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;
import org.rollcall.zoom.api.UnreadableAnswerException;

/**
 * A report as its {@code json} document has it.
 *
 * @param meeting the meeting; nothing where the document does not say which
 * @param otherFields the JSON of each field of Zoom's pages that Zoom does not document, by name
 * @param expected who should have been there; nothing where nobody said
 */
public record StoredReport(
        Optional<Meeting> meeting,
        Source source,
        MeetingType type,
        List<Row> rows,
        SortedMap<String, String> otherFields,
        Instant generatedAt,
        Instant scheduledStart,
        Instant scheduledEnd,
        Optional<List<ExpectedPerson>> expected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory PARSERS = JSON.getFactory();

    /** Reads a document; nothing where it is none. */
    static Optional<StoredReport> read(byte[] document) {
        try {
            // What parses a page of Zoom's parses this.
            ParticipantsPage page = ParticipantsPageReader.read(document);
            SortedMap<String, String> fields = new TreeMap<>(page.otherFields());
            JsonNode totals = node(fields.remove("attendance_totals"));
            Instant generatedAt =
                    Times.parse(node(fields.remove("generated_at")).asText());
            Source source = Source.of(node(fields.remove("source")).asText()).orElse(Source.DASHBOARD);
            MeetingType type =
                    MeetingType.of(node(fields.remove("type")).asText()).orElse(MeetingType.PAST);
            String attendance = fields.remove("attendance");
            Optional<Meeting> meeting = meeting(node(fields.remove("kind")).asText(), node(fields.remove("meeting")));
            fields.remove("complete");
            return Optional.of(new StoredReport(
                    meeting,
                    source,
                    type,
                    page.participants(),
                    fields,
                    generatedAt == null ? Instant.EPOCH : generatedAt,
                    Times.parse(text(totals.path("scheduled_start"))),
                    Times.parse(text(totals.path("scheduled_end"))),
                    totals.path("statuses").has("absent") ? Optional.of(expected(attendance)) : Optional.empty()));
        } catch (UnreadableAnswerException | IOException e) {
            return Optional.empty();
        }
    }

    // Reports of the versions before have none.
    private static Optional<Meeting> meeting(String kind, JsonNode meeting) {
        try {
            return Optional.of(MeetingJson.read(kind, meeting));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode node(String json) throws JsonProcessingException {
        return json == null ? JSON.missingNode() : JSON.readTree(json);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }

    // Everybody whom the report does not call unexpected.
    private static List<ExpectedPerson> expected(String attendance) throws IOException {
        List<ExpectedPerson> expected = new ArrayList<>();
        try (JsonParser people = PARSERS.createParser(attendance)) {
            people.nextToken();
            while (people.nextToken() == JsonToken.START_OBJECT) {
                JsonNode person = JSON.readTree(people);
                String remark = text(person.path("remark"));
                if (remark == null || !remark.contains(Remark.NOT_EXPECTED.text())) {
                    expected.add(expected(person));
                }
            }
        }
        return expected;
    }

    private static ExpectedPerson expected(JsonNode person) {
        Map<String, String> columns = new LinkedHashMap<>();
        person.path("roster")
                .properties()
                .forEach(
                        column -> columns.put(column.getKey(), column.getValue().asText()));
        return new ExpectedPerson(
                text(person.path("name")),
                text(person.path("email")),
                text(person.path("registrant_id")),
                List.of(),
                "excused".equals(text(person.path("status"))),
                columns);
    }
}

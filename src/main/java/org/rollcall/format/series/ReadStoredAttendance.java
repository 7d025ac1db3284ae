package org.rollcall.format.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Identifiers;
import org.rollcall.report.row.Times;
import org.rollcall.report.series.SeriesEntry;

/** Reads who attended from a stored {@code json} document. Its rows are skipped, so that memory stays small. */
public final class ReadStoredAttendance {
    private static final JsonFactory JSON = new JsonFactory();

    private ReadStoredAttendance() {}

    /**
     * Reads the document.
     *
     * @param document in UTF-8; not closed
     * @throws JsonProcessingException when it is not such a document
     * @throws IOException when it can't be read
     */
    public static StoredAttendance read(InputStream document) throws IOException {
        List<SeriesEntry> people = new ArrayList<>();
        ZoneId zone = ZoneOffset.UTC;
        try (JsonParser json = JSON.createParser(document).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "not a report");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("attendance") && json.currentToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        people.add(entry(scalars(json)));
                    }
                } else if (name.equals("attendance_totals") && json.currentToken() == JsonToken.START_OBJECT) {
                    zone = zone(scalars(json).get("timezone"));
                } else {
                    json.skipChildren();
                }
            }
        }
        return new StoredAttendance(people, zone);
    }

    // The object's fields that are neither objects nor arrays; null is left out.
    private static Map<String, String> scalars(JsonParser json) throws IOException {
        Map<String, String> scalars = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                scalars.put(name, json.getText());
            }
        }
        return scalars;
    }

    private static SeriesEntry entry(Map<String, String> person) throws IOException {
        try {
            return new SeriesEntry(
                    person.get("name"),
                    person.get("email"),
                    Times.parse(person.get("first_join")),
                    Times.parse(person.get("last_leave")),
                    minutes(person.get("minutes")),
                    number(person.get("share_of_meeting")),
                    status(person.get("status")),
                    new Identifiers(
                            person.get("participant_user_id"),
                            person.get("registrant_id"),
                            person.get("customer_key")));
        } catch (NumberFormatException e) {
            throw new JsonParseException(null, "not a report", e);
        }
    }

    // JSON has 60 where documents have 60.00.
    private static BigDecimal minutes(String text) {
        BigDecimal minutes = number(text);
        return minutes == null ? null : minutes.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    // Reports of the version before have none.
    private static AttendanceStatus status(String value) {
        return Arrays.stream(AttendanceStatus.values())
                .filter(status -> status.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    private static ZoneId zone(String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /**
     * Who attended.
     *
     * @param zone of the report's local times
     */
    public record StoredAttendance(List<SeriesEntry> people, ZoneId zone) {}
}

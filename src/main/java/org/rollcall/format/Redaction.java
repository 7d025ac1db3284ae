package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.report.Attendance;
import org.rollcall.report.Concurrency;
import org.rollcall.report.Field;
import org.rollcall.report.Person;
import org.rollcall.report.Report;
import org.rollcall.report.Row;

/**
 * Leaves fields of participants out of every document.
 *
 * @param fields names of the fields, as Zoom spells them
 */
public record Redaction(Set<String> fields) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Leaves nothing out. */
    public static final Redaction NONE = new Redaction(Set.of());

    public Redaction {
        fields = Set.copyOf(fields);
    }

    /** Whether a field is left out. */
    public boolean hides(Field field) {
        return fields.contains(field.fieldName());
    }

    /** The documented fields that are not left out, in documented order. */
    List<Field> shown() {
        return Arrays.stream(Field.values()).filter(field -> !hides(field)).toList();
    }

    /** The rows without the fields. */
    public List<Row> apply(List<Row> rows) {
        return fields.isEmpty() ? rows : rows.stream().map(this::apply).toList();
    }

    /**
     * The report without the fields in its attendance, nor what would tell them. How long people were there stays: it
     * is the attendance.
     */
    public Report apply(Report report) {
        return fields.isEmpty() ? report : report.with(() -> apply(report.attendance()));
    }

    private Attendance apply(Attendance attendance) {
        return new Attendance(
                attendance.people().stream().map(this::apply).toList(),
                hidesTimes() ? withoutTimes(attendance.concurrency()) : attendance.concurrency(),
                hides(Field.DEVICE) ? Map.of() : attendance.devices(),
                hides(Field.LOCATION) ? Map.of() : attendance.locations(),
                hides(Field.NETWORK_TYPE) ? Map.of() : attendance.networks(),
                attendance.filter(),
                attendance.leftOut());
    }

    private Person apply(Person person) {
        return new Person(
                hides(Field.USER_NAME) ? null : person.name(),
                hides(Field.EMAIL) ? null : person.email(),
                hides(Field.ROLE) ? null : person.role(),
                person.matchedBy(),
                hides(Field.JOIN_TIME) ? null : person.firstJoin(),
                hides(Field.LEAVE_TIME) ? null : person.lastLeave(),
                hidesTimes() ? person.present().withoutTimes() : person.present(),
                person.meetingLength(),
                !hides(Field.STATUS) && person.onlyWaited(),
                !hides(Field.LEAVE_TIME) && person.stillThere(),
                person.unknownTimes(),
                person.backwardTimes());
    }

    /** Whether documents must not tell when somebody was there. */
    boolean hidesTimes() {
        return hides(Field.JOIN_TIME) || hides(Field.LEAVE_TIME);
    }

    private static Concurrency withoutTimes(Concurrency concurrency) {
        return new Concurrency(null, null, concurrency.peak(), null, concurrency.average(), List.of());
    }

    private Row apply(Row row) {
        SortedMap<String, String> undocumented = new TreeMap<>(row.undocumented());
        undocumented.keySet().removeAll(fields);
        byte[] json = withoutFields(row);
        return new Row(json, 0, json.length, field -> hides(field) ? null : row.text(field), undocumented);
    }

    private byte[] withoutFields(Row row) {
        try {
            ByteArrayOutputStream in = new ByteArrayOutputStream();
            row.writeJson(in);
            ByteArrayOutputStream out = new ByteArrayOutputStream(in.size());
            try (JsonParser parser = JSON.createParser(in.toByteArray());
                    JsonGenerator json = JSON.createGenerator(out)) {
                copy(parser, json);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A row that was read before can't be read again", e);
        }
    }

    private void copy(JsonParser parser, JsonGenerator json) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME && depth == 1 && fields.contains(parser.currentName())) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric()) {
                // As text, so that 1.10 stays 1.10.
                json.writeNumber(parser.getText());
            } else {
                json.copyCurrentEvent(parser);
            }
        }
    }
}

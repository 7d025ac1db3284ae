package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Identifiers;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.report.series.SeriesEntry;

/**
 * Leaves fields of participants out of every document, and with them what says the same: in the rows of some of Zoom's
 * APIs {@code user_name} is {@code name} and {@code email} is {@code user_email}; reasons of leaving, names of devices
 * and SIP addresses repeat a name; and of a row's two times one and its {@code duration} tell the other.
 *
 * @param fields names of the fields, as Zoom spells them, and of those that go with them
 */
public record Redaction(Set<String> fields) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Fields that Zoom's reports and past meetings have and its dashboard has not. */
    private static final Set<String> OF_OTHER_SOURCES =
            Set.of("name", "user_email", "duration", "failover", "internal_user");

    /** What repeats a field: the same by another name, or a text of Zoom's or of a device that holds it. */
    private static final Map<String, Set<String>> REPEATED_IN = Map.of(
            "user_name", Set.of("name", "pc_name", "device_name", "leave_reason", "sip_uri", "from_sip_uri"),
            "email", Set.of("user_email", "sip_uri", "from_sip_uri"));

    private static final Map<String, String> OTHER_NAMES = Map.of("name", "user_name", "user_email", "email");

    /** Leaves nothing out. */
    public static final Redaction NONE = new Redaction(Set.of());

    public Redaction {
        Set<String> all = new HashSet<>(fields);
        for (String name : fields) {
            String field = OTHER_NAMES.getOrDefault(name, name);
            all.add(field);
            all.addAll(REPEATED_IN.getOrDefault(field, Set.of()));
        }
        fields = Set.copyOf(all);
    }

    /** Returns whether Zoom documents a field of that name, in whichever of its lists of participants. */
    public static boolean isKnown(String fieldName) {
        return Field.named(fieldName) != null || OF_OTHER_SOURCES.contains(fieldName);
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
        return fields.isEmpty()
                ? report
                : report.with(apply(report.meeting()))
                        .with(() -> new AttendanceRedaction(this).apply(report.attendance()));
    }

    /** Returns the meeting without its host's name and e-mail address where participants' are left out. */
    public Meeting apply(Meeting meeting) {
        return meeting.withHost(
                hides(Field.USER_NAME) ? null : meeting.host(), hides(Field.EMAIL) ? null : meeting.hostEmail());
    }

    /** Returns what a series says of a person without the fields: the report can be from before they were left out. */
    public SeriesEntry apply(SeriesEntry entry) {
        return fields.isEmpty()
                ? entry
                : new SeriesEntry(
                        hides(Field.USER_NAME) ? null : entry.name(),
                        hides(Field.EMAIL) ? null : entry.email(),
                        hidesTimes() ? null : entry.firstJoin(),
                        hidesTimes() ? null : entry.lastLeave(),
                        entry.minutes(),
                        entry.share(),
                        hides(Field.STATUS) && entry.status() == AttendanceStatus.WAITING_ROOM_ONLY
                                ? null
                                : entry.status(),
                        apply(entry.identifiers()));
    }

    /** Returns the identifiers that are not left out. */
    Identifiers apply(Identifiers identifiers) {
        return new Identifiers(
                hides(Field.PARTICIPANT_USER_ID) ? null : identifiers.participantUserId(),
                hides(Field.REGISTRANT_ID) ? null : identifiers.registrantId(),
                hides(Field.CUSTOMER_KEY) ? null : identifiers.customerKey());
    }

    /** Whether documents must not tell when somebody was there. */
    boolean hidesTimes() {
        return hides(Field.JOIN_TIME) || hides(Field.LEAVE_TIME);
    }

    private Row apply(Row row) {
        SortedMap<String, String> undocumented = new TreeMap<>(row.undocumented());
        undocumented.keySet().removeIf(this::leavesOut);
        byte[] json = withoutFields(row);
        return new Row(json, 0, json.length, field -> hides(field) ? null : row.text(field), undocumented);
    }

    private boolean leavesOut(String name) {
        return fields.contains(name) || name.equals("duration") && hidesTimes();
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
            if (token == JsonToken.FIELD_NAME && depth == 1 && leavesOut(parser.currentName())) {
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

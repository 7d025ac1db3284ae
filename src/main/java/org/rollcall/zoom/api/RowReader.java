package org.rollcall.zoom.api;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;
import org.rollcall.zoom.api.ParticipantsPageReader.Spelling;

/**
 * Reads the rows of a page: those that {@link JsonScanner} is sure of without Jackson, which takes more than twice the
 * time, and all others by it.
 */
final class RowReader {
    private final byte[] page;
    private final Spelling spelling;
    private final JsonScanner scanner;
    private final FieldNames names = new FieldNames();

    /** @param length how many bytes of the page are there */
    RowReader(byte[] page, int length, Spelling spelling) {
        this.page = page;
        this.spelling = spelling;
        this.scanner = new JsonScanner(page, length);
    }

    /**
     * Reads them.
     *
     * @param json at the array's begin; then at its end
     * @throws IOException when they are not whole
     */
    List<Row> readAll(OffsetParser json) throws IOException {
        List<Row> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Fields fields = new Fields(json.start(), true);
            int end = json.currentToken() == JsonToken.START_OBJECT ? scan(json.start(), fields) : JsonScanner.UNSURE;
            if (end != JsonScanner.UNSURE) {
                json.moveTo(end - 1);
                json.nextToken();
            } else {
                fields = new Fields(json.start(), false);
                parse(json, fields);
                end = json.end();
            }
            rows.add(fields.row(end));
        }
        return rows;
    }

    private int scan(int start, Fields fields) {
        int place = scanner.skipSpace(start + 1);
        if (scanner.at(place) == '}') {
            return place + 1;
        }
        while (true) {
            int nameEnd = scanner.name(place);
            int value = scanner.colon(nameEnd);
            int end = value == JsonScanner.UNSURE ? JsonScanner.UNSURE : scanner.value(value);
            if (end == JsonScanner.UNSURE) {
                return JsonScanner.UNSURE;
            }
            FieldNames.Name name = names.name(page, place + 1, nameEnd - 1);
            fields.add(name.field(), name.text(), page[value] == 'n', value, end);
            place = scanner.skipSpace(end);
            if (scanner.at(place) == '}') {
                return place + 1;
            }
            if (scanner.at(place) != ',') {
                return JsonScanner.UNSURE;
            }
            place = scanner.skipSpace(place + 1);
        }
    }

    private static void parse(OffsetParser json, Fields fields) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            json.finishToken();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
            int start = json.start();
            json.skipChildren();
            json.finishToken();
            fields.add(Field.named(name), name, isNull, start, json.end());
        }
    }

    /** The fields of one row. */
    private final class Fields {
        private final int start;
        private final ParticipantTexts documented;
        private SortedMap<String, String> undocumented = Collections.emptySortedMap();
        private final FieldAliases aliases = new FieldAliases();

        Fields(int start, boolean wellFormed) {
            this.start = start;
            this.documented = new ParticipantTexts(page, wellFormed);
        }

        /** @param field {@code null} if it is not documented */
        void add(Field field, String name, boolean isNull, int from, int to) {
            if (field != null) {
                documented.begin(field, isNull ? ParticipantTexts.NONE : from);
                aliases.sent(field);
            } else {
                undocumented = undocumented.isEmpty() ? new TreeMap<>() : undocumented;
                undocumented.put(name, isNull ? null : JsonText.at(from, page));
                aliases.sent(name, isNull ? ParticipantTexts.NONE : from, from, to);
            }
        }

        Row row(int end) {
            if (spelling == Spelling.AS_SENT || !aliases.areMissing()) {
                return new Row(page, start, end - start, documented, undocumented);
            }
            byte[] row = aliases.addTo(documented, page, start, end);
            return new Row(row, 0, row.length, documented, undocumented);
        }
    }
}

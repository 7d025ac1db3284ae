package org.rollcall.zoom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.report.Field;
import org.rollcall.report.Row;

/**
 * Reads a page of participants. Each participant's JSON is kept as the bytes that came, so that nothing Zoom sends is
 * lost or changed, known or not, of whatever type.
 */
public class ParticipantsPageReader implements MessageBodyReader<ParticipantsPage> {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ParticipantsPage.class;
    }

    /** @throws UnreadableAnswerException when the body is not a whole page */
    @Override
    public ParticipantsPage readFrom(
            Class<ParticipantsPage> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body.readAllBytes());
    }

    static ParticipantsPage read(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            return readPage(json, body);
        } catch (IOException e) {
            // Not the cause: a parser's message can quote what it read.
            throw new UnreadableAnswerException(body);
        }
    }

    private static ParticipantsPage readPage(JsonParser json, byte[] body) throws IOException {
        int totalRecords = -1;
        String nextPageToken = "";
        List<Row> participants = null;
        // Without offsets, rows can't be told apart: the parser counts no bytes in other charsets than UTF-8.
        if (json.nextToken() != JsonToken.START_OBJECT || start(json) < 0) {
            throw new UnreadableAnswerException(body);
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("participants") && value == JsonToken.START_ARRAY) {
                participants = readParticipants(json, body);
            } else if (name.equals("total_records") && value != JsonToken.VALUE_NULL) {
                totalRecords = json.getValueAsInt(-1);
            } else if (name.equals("next_page_token")) {
                nextPageToken = value.isStructStart() ? null : json.getValueAsString("");
            }
            // To the value's end, where it is not read to its end already.
            json.skipChildren();
        }
        if (participants == null || totalRecords < 0 || nextPageToken == null) {
            throw new UnreadableAnswerException(body);
        }
        return new ParticipantsPage(totalRecords, nextPageToken, participants);
    }

    private static List<Row> readParticipants(JsonParser json, byte[] body) throws IOException {
        List<Row> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows.add(readRow(json, body));
        }
        return rows;
    }

    private static Row readRow(JsonParser json, byte[] body) throws IOException {
        int start = start(json);
        String[] documented = new String[Field.values().length];
        SortedMap<String, String> undocumented = Collections.emptySortedMap();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                String text = text(json, body);
                Field field = Field.named(name);
                if (field != null) {
                    documented[field.ordinal()] = text;
                } else {
                    undocumented = undocumented.isEmpty() ? new TreeMap<>() : undocumented;
                    undocumented.put(name, text);
                }
            }
        } else {
            text(json, body);
        }
        return new Row(body, start, end(json) - start, documented, undocumented);
    }

    private static String text(JsonParser json, byte[] body) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> {
                int start = start(json);
                json.skipChildren();
                yield new String(body, start, end(json) - start, StandardCharsets.UTF_8);
            }
            default -> json.getText();
        };
    }

    private static int start(JsonParser json) {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private static int end(JsonParser json) {
        return (int) json.currentLocation().getByteOffset();
    }
}

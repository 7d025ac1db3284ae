package org.rollcall.zoom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.base.ParserBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.rollcall.report.Field;
import org.rollcall.report.Row;

/**
 * Reads a page of participants. Each participant's JSON is kept as the bytes that came, so that nothing Zoom sends is
 * lost or changed, known or not, of whatever type.
 */
public final class ParticipantsPageReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** More than what Zoom sends before the participants. */
    private static final int START = 1024;
    /** More than most pages of 300 have. */
    private static final int PAGE = 320 * 1024;

    private ParticipantsPageReader() {}

    /**
     * The page, once all of it has come.
     *
     * @param body Zoom's answer, in UTF-8; closed
     * @param ahead is told the next page's token as soon as that has come; {@code null} where it stands behind the
     *     participants
     * @throws UnreadableAnswerException when the body is not a whole page
     * @throws UncheckedIOException when it breaks off
     */
    static ParticipantsPage read(InputStream body, Consumer<String> ahead) {
        try (body) {
            byte[] page = new byte[PAGE];
            int length = body.readNBytes(page, 0, START);
            ahead.accept(nextPageToken(page, length));
            length += body.readNBytes(page, length, page.length - length);
            while (length == page.length) {
                page = Arrays.copyOf(page, length * 2);
                length += body.readNBytes(page, length, length);
            }
            return read(page, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The page.
     *
     * @param body Zoom's answer, in UTF-8; kept, not copied
     * @throws UnreadableAnswerException when the body is not a whole page
     */
    public static ParticipantsPage read(byte[] body) {
        return read(body, body.length);
    }

    private static ParticipantsPage read(byte[] body, int length) {
        try (JsonParser json = JSON.createParser(body, 0, length)) {
            ParticipantsPage page = readPage(json, body);
            if (page != null) {
                return page;
            }
        } catch (IOException e) {
            // Not the cause: a parser's message can quote what it read.
        }
        throw new UnreadableAnswerException(Arrays.copyOf(body, length));
    }

    /**
     * The next page's token, where it stands before the participants, as it does in what Zoom sends; {@code null} where
     * it does not, and empty on the last page. The body is not looked at any further, and need not be there.
     */
    static String nextPageToken(byte[] body, int length) {
        try (JsonParser json = JSON.createParser(body, 0, length)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME
                    && !json.currentName().equals("participants")) {
                boolean found = json.currentName().equals("next_page_token");
                if (json.nextToken() == JsonToken.VALUE_STRING && found) {
                    return json.getText();
                }
                json.skipChildren();
            }
        } catch (IOException e) {
            // Whoever reads all of it is told.
        }
        return null;
    }

    // Null where it is not a page.
    private static ParticipantsPage readPage(JsonParser json, byte[] body) throws IOException {
        int totalRecords = -1;
        String nextPageToken = "";
        List<Row> participants = null;
        // Without offsets, rows can't be told apart: the parser counts no bytes in other charsets than UTF-8.
        if (json.nextToken() != JsonToken.START_OBJECT
                || json.currentTokenLocation().getByteOffset() < 0) {
            return null;
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
            return null;
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
        ParticipantTexts documented = new ParticipantTexts(body);
        SortedMap<String, String> undocumented = Collections.emptySortedMap();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
                int value = start(json);
                Field field = Field.named(name);
                if (field != null) {
                    documented.begin(field, isNull ? ParticipantTexts.NONE : value);
                    json.skipChildren();
                } else {
                    toEnd(json);
                    undocumented = undocumented.isEmpty() ? new TreeMap<>() : undocumented;
                    undocumented.put(name, isNull ? null : JsonText.at(value, body));
                }
            }
        } else {
            toEnd(json);
        }
        return new Row(body, start, end(json) - start, documented, undocumented);
    }

    private static void toEnd(JsonParser json) throws IOException {
        json.skipChildren();
        json.finishToken();
    }

    // Of a value. The parser's location of a token would be an object for every field of every row.
    private static int start(JsonParser json) {
        return (int) ((ParserBase) json).getTokenCharacterOffset() - 1;
    }

    private static int end(JsonParser json) {
        return (int) json.currentLocation().getByteOffset();
    }
}

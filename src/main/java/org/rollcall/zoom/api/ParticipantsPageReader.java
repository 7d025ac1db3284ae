package org.rollcall.zoom.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.rollcall.report.row.Row;

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
     * Returns the page, once all of it has come.
     *
     * @param body Zoom's answer, in UTF-8; closed
     * @param ahead is given the next page's token as soon as that has come; {@code null} where it stands behind the
     *     participants
     * @param spelling how rows are spelled
     * @throws UnreadableAnswerException when the body is not a whole page
     * @throws UncheckedIOException when it breaks off
     */
    public static ParticipantsPage read(InputStream body, Consumer<String> ahead, Spelling spelling) {
        try (body) {
            byte[] page = new byte[PAGE];
            int length = body.readNBytes(page, 0, START);
            ahead.accept(nextPageToken(page, length));
            length += body.readNBytes(page, length, page.length - length);
            while (length == page.length) {
                page = Arrays.copyOf(page, length * 2);
                length += body.readNBytes(page, length, length);
            }
            return read(page, length, spelling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the page.
     *
     * @param body Zoom's answer, in UTF-8; kept, not copied
     * @throws UnreadableAnswerException when the body is not a whole page
     */
    public static ParticipantsPage read(byte[] body) {
        return read(body, body.length, Spelling.AS_SENT);
    }

    private static ParticipantsPage read(byte[] body, int length, Spelling spelling) {
        try (OffsetParser json = OffsetParser.of(body, length)) {
            ParticipantsPage page = readPage(json, body, new RowReader(body, length, spelling));
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
    private static ParticipantsPage readPage(OffsetParser json, byte[] body, RowReader rows) throws IOException {
        int totalRecords = -1;
        String nextPageToken = "";
        List<Row> participants = null;
        long checksum = 0;
        SortedMap<String, String> otherFields = new TreeMap<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            int start = json.start();
            switch (name) {
                case "participants" -> {
                    if (value == JsonToken.START_ARRAY) {
                        participants = rows.readAll(json);
                        checksum = checksum(body, start, json.end());
                    }
                }
                case "total_records" -> totalRecords = value == JsonToken.VALUE_NULL ? -1 : json.getValueAsInt(-1);
                case "next_page_token" -> nextPageToken = value.isStructStart() ? null : json.getValueAsString("");
                case "page_count", "page_size" -> json.skipChildren();
                default -> {
                    json.skipChildren();
                    json.finishToken();
                    otherFields.put(name, new String(body, start, json.end() - start, StandardCharsets.UTF_8));
                }
            }
            // To the value's end, where it is not read to its end already.
            json.skipChildren();
        }
        if (participants == null || nextPageToken == null) {
            return null;
        }
        return new ParticipantsPage(totalRecords, nextPageToken, participants, checksum, otherFields);
    }

    private static long checksum(byte[] body, int start, int end) {
        CRC32 checksum = new CRC32();
        checksum.update(body, start, end - start);
        return (long) (end - start) << 32 | checksum.getValue();
    }

    /** How the fields of rows are spelled. */
    public enum Spelling {
        /** As Zoom sends them. */
        AS_SENT,
        /** With the dashboard's names beside those that Zoom's reports and past meetings have in their place. */
        AS_DASHBOARD
    }
}

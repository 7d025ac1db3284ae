package org.rollcall.zoom.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rollcall.report.row.Row;

/** Pages as they are read from Zoom, for tests of what is made of them. */
public final class Pages {

    private Pages() {}

    /** The page of that JSON. */
    public static ParticipantsPage read(String json) {
        return ParticipantsPageReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows of a page that has these participants. */
    public static List<Row> rows(String... participants) {
        return read(Rows.page(participants.length, "", List.of(participants))).participants();
    }

    /** The row as it is written. */
    static String json(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            row.writeJson(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

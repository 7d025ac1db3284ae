package org.rollcall.report.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Row;

/** Rows and what is made of them, for tests. */
final class AttendanceRows {
    static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant END = Instant.parse("2026-11-20T10:00:00Z");
    static final Meeting MEETING = new Meeting("93201235621", "u==", "Topic", START, END, "Europe/Paris");

    private AttendanceRows() {}

    /** A row of fields and their texts, one after the other. */
    static Row row(Object... fieldsAndTexts) {
        String[] documented = new String[Field.values().length];
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            documented[((Field) fieldsAndTexts[i]).ordinal()] = (String) fieldsAndTexts[i + 1];
        }
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new Row(json, 0, json.length, field -> documented[field.ordinal()], Collections.emptySortedMap());
    }

    /** The row with a stay from one minute of the meeting to another. */
    static Row stay(int join, int leave, Object... fieldsAndTexts) {
        Row row = row(fieldsAndTexts);
        String[] documented = Arrays.stream(Field.values()).map(row::text).toArray(String[]::new);
        documented[Field.JOIN_TIME.ordinal()] = minute(join).toString();
        documented[Field.LEAVE_TIME.ordinal()] = minute(leave).toString();
        return new Row(new byte[0], 0, 0, field -> documented[field.ordinal()], Collections.emptySortedMap());
    }

    static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    static Attendance past(Row... rows) {
        return past(List.of(rows));
    }

    static Attendance past(List<Row> rows) {
        return of(MeetingType.PAST, MEETING, END, rows);
    }

    static Attendance of(MeetingType type, Meeting meeting, Instant now, List<Row> rows) {
        ReportFold fold = new ReportFold(Source.DASHBOARD, type);
        fold.add(rows, rows.size(), Collections.emptySortedMap());
        return fold.finish(meeting, now).attendance();
    }

    /** The one person there is. */
    static Person only(Attendance attendance) {
        assertEquals(1, attendance.people().size());
        return attendance.people().get(0);
    }
}

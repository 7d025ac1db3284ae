package org.rollcall.format.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.Person;

/** The sheet with a line a person. */
final class AttendanceSheet {
    private static final List<String> COLUMNS = List.of(
            "name",
            "email",
            "role",
            "first_join" + SheetHeader.UTC,
            "last_leave" + SheetHeader.UTC,
            "minutes",
            "sessions",
            "share_of_meeting",
            "matched_by");
    private static final Map<Integer, String> FORMATS =
            Map.of(3, SpreadsheetCell.TIME_FORMAT, 4, SpreadsheetCell.TIME_FORMAT, 7, "0.0%");
    /** How many lines are kept in memory. */
    private static final int PIECE = 1000;

    private final Worksheet sheet;
    private final int maxRows;

    AttendanceSheet(Workbook workbook, int maxRows) {
        this.sheet = workbook.newWorksheet("Attendance");
        this.maxRows = maxRows;
    }

    /** Writes everybody, as far as a sheet holds them: the other documents have them all. */
    void write(List<Person> people) throws IOException {
        SheetLines lines = new SheetLines(sheet, COLUMNS, FORMATS);
        for (Person person : people) {
            if (lines.count() == maxRows) {
                break;
            }
            write(person, lines.next());
            if (lines.count() % PIECE == 0) {
                lines.flush();
            }
        }
        lines.end();
    }

    private void write(Person person, int line) {
        SpreadsheetCell.text(sheet, line, 0, person.name());
        SpreadsheetCell.text(sheet, line, 1, person.email());
        SpreadsheetCell.text(sheet, line, 2, person.role());
        SpreadsheetCell.time(sheet, line, 3, person.firstJoin());
        SpreadsheetCell.time(sheet, line, 4, person.lastLeave());
        sheet.value(line, 5, person.minutes());
        sheet.value(line, 6, person.sessions());
        sheet.value(line, 7, person.share());
        SpreadsheetCell.text(sheet, line, 8, person.matchedByName());
    }
}

package org.rollcall.format.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
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
        SheetHeader.write(sheet, COLUMNS);
        int line = SheetHeader.ROWS;
        for (Person person : people) {
            if (line == maxRows) {
                break;
            }
            write(person, line++);
            if (line % PIECE == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, line - 1, COLUMNS.size() - 1);
        sheet.finish();
    }

    private void write(Person person, int line) {
        SpreadsheetCell.text(sheet, line, 0, person.name());
        SpreadsheetCell.text(sheet, line, 1, person.email());
        SpreadsheetCell.text(sheet, line, 2, person.role());
        SpreadsheetCell.time(sheet, line, 3, person.firstJoin());
        SpreadsheetCell.time(sheet, line, 4, person.lastLeave());
        sheet.value(line, 5, person.minutes());
        sheet.value(line, 6, person.sessions());
        BigDecimal share = person.share();
        if (share != null) {
            sheet.value(line, 7, share);
            sheet.style(line, 7).format("0.0%").set();
        }
        SpreadsheetCell.text(sheet, line, 8, person.matchedByName());
    }
}

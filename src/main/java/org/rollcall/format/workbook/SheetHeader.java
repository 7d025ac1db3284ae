package org.rollcall.format.workbook;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** The first row of a sheet, which stays in sight. */
final class SheetHeader {
    /** What the name of a column of times ends with: Excel's own times have no zone. */
    static final String UTC = " (UTC)";
    /** How many rows it takes. */
    static final int ROWS = 1;

    private SheetHeader() {}

    static void write(Worksheet sheet, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            SpreadsheetCell.text(sheet, 0, column, names.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, width(names.get(column)));
        }
        sheet.freezePane(0, ROWS);
    }

    // In characters; Excel takes 255 at most, and a field can have a longer name.
    private static int width(String name) {
        return name.endsWith(UTC) ? 20 : Math.max(12, Math.min(60, name.length() + 4));
    }
}

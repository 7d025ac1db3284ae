package org.rollcall.format.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.row.Field;
import org.rollcall.report.row.Times;

/** The sheet with a line a row, and as many more as it takes to hold them all. */
final class RowSheets {
    private static final String NAME = "Rows";
    /** Where fields go that have no column. */
    private static final String OTHERS = "other_fields";
    /** On fewer pages nobody could read them. */
    private static final int PAGES_WIDE = 4;

    private final Workbook workbook;
    private final List<Field> documented;
    private final RowSpool rows;
    private final int maxRows;
    private final ZoneId zone;
    private final String zoneName;
    private final boolean withLocal;
    private final List<String> dimensions = new ArrayList<>();
    private Worksheet sheet;
    private SheetLines lines;

    /** @param maxRows how many rows a sheet holds, its header included */
    RowSheets(Workbook workbook, List<Field> documented, RowSpool rows, int maxRows, AttendanceContext context) {
        this.workbook = workbook;
        this.documented = documented;
        this.rows = rows;
        this.maxRows = maxRows;
        this.zone = context.zone();
        this.zoneName = context.zoneName();
        this.withLocal = !zone.normalized().equals(ZoneOffset.UTC);
    }

    /** Writes all rows, and returns the cells of each sheet as {@code A1:C3}. */
    List<String> write() throws IOException {
        nextSheet();
        rows.read(this::write);
        dimensions.add(lines.end());
        return dimensions;
    }

    private void nextSheet() throws IOException {
        if (lines != null) {
            dimensions.add(lines.end());
        }
        int number = dimensions.size() + 1;
        sheet = workbook.newWorksheet(number == 1 ? NAME : NAME + " " + number);
        lines = new SheetLines(sheet, columns(), 0, PAGES_WIDE);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < documented.size(); i++) {
            Field field = documented.get(i);
            if (isTime(field)) {
                if (withLocal) {
                    columns.add(Column.ofTimes(field.fieldName(), zoneName));
                }
                columns.add(Column.ofTimes(field.fieldName(), "UTC"));
            } else {
                columns.add(Column.of(field.fieldName(), rows.width(i)));
            }
        }
        rows.undocumented().forEach((name, longest) -> columns.add(Column.of(name, longest)));
        if (rows.hasOthers()) {
            columns.add(Column.of(OTHERS, Integer.MAX_VALUE / 2));
        }
        return columns;
    }

    private void write(String[] texts, SortedMap<String, String> undocumented) throws IOException {
        if (lines.count() == maxRows) {
            nextSheet();
        }
        int line = lines.next();
        int column = 0;
        for (int i = 0; i < texts.length; i++) {
            if (isTime(documented.get(i))) {
                Instant time = Times.parse(texts[i]);
                if (withLocal) {
                    SpreadsheetCell.time(sheet, line, column++, time, zone);
                }
                if (time == null) {
                    SpreadsheetCell.text(sheet, line, column++, texts[i]);
                } else {
                    SpreadsheetCell.time(sheet, line, column++, time, ZoneOffset.UTC);
                }
            } else {
                SpreadsheetCell.text(sheet, line, column++, texts[i]);
            }
        }
        for (String name : rows.undocumented().keySet()) {
            SpreadsheetCell.text(sheet, line, column++, undocumented.remove(name));
        }
        if (!undocumented.isEmpty()) {
            SpreadsheetCell.text(sheet, line, column, others(undocumented));
        }
    }

    private static String others(SortedMap<String, String> undocumented) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> other : undocumented.entrySet()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(other.getKey())
                    .append(": ")
                    .append(other.getValue());
        }
        return text.toString();
    }

    private static boolean isTime(Field field) {
        return field == Field.JOIN_TIME || field == Field.LEAVE_TIME;
    }
}

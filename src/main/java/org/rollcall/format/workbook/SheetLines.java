package org.rollcall.format.workbook;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** The lines of a sheet: its header, and then as many as there are, of which only the last ones are in memory. */
final class SheetLines {
    /** So many lines are in memory. */
    private static final int PIECE = 500;
    /** How many rows the header takes. */
    private static final int HEADER = 1;

    private final Worksheet sheet;
    private final List<Column> columns;
    private int next = HEADER;
    private int written = HEADER;

    /**
     * Begins a sheet with its header, which stays in sight and is printed on every page.
     *
     * @param columnsInSight how many columns do so as well
     * @param pagesWide how many pages of paper it is wide
     */
    SheetLines(Worksheet sheet, List<Column> columns, int columnsInSight, int pagesWide) {
        this.sheet = sheet;
        this.columns = columns;
        for (int column = 0; column < columns.size(); column++) {
            SpreadsheetCell.text(sheet, 0, column, columns.get(column).name());
            sheet.style(0, column).bold().set();
            sheet.width(column, columns.get(column).width());
        }
        sheet.freezePane(columnsInSight, HEADER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) pagesWide);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
        if (columnsInSight > 0) {
            sheet.repeatCols(0, columnsInSight - 1);
        }
        sheet.footer("page 1 of ?", Position.CENTER);
    }

    /** Begins the next line, whose number is returned. */
    int next() throws IOException {
        if (next - written == PIECE) {
            flush();
        }
        return next++;
    }

    /** How many there are, the header among them. */
    int count() {
        return next;
    }

    /** Ends the sheet, whose cells are returned as {@code A1:C3}. */
    String end() throws IOException {
        flush();
        sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
        sheet.finish();
        return sheet.getAutoFilterRange().toString();
    }

    private void flush() throws IOException {
        if (next > written) {
            // At once: a cell's format takes longer to find than the cell to write.
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).format() != null) {
                    sheet.range(written, column, next - 1, column)
                            .style()
                            .format(columns.get(column).format())
                            .set();
                }
            }
        }
        sheet.flush();
        written = next;
    }
}

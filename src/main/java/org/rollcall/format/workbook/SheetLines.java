package org.rollcall.format.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;

/** The lines of a sheet: its header, and then as many as there are, of which only the last ones are in memory. */
final class SheetLines {
    private final Worksheet sheet;
    private final int columns;
    private final Map<Integer, String> formats;
    private int next = SheetHeader.ROWS;
    private int written = SheetHeader.ROWS;

    /**
     * Begins a sheet with its header.
     *
     * @param formats the number formats of columns that have one
     */
    SheetLines(Worksheet sheet, List<String> names, Map<Integer, String> formats) {
        this.sheet = sheet;
        this.columns = names.size();
        this.formats = formats;
        SheetHeader.write(sheet, names);
    }

    /** The number of the next line. */
    int next() {
        return next++;
    }

    /** How many there are, the header among them. */
    int count() {
        return next;
    }

    /** Writes those in memory. */
    void flush() throws IOException {
        if (next > written) {
            // At once: a cell's format takes longer to find than the cell to write.
            formats.forEach((column, format) -> sheet.range(written, column, next - 1, column)
                    .style()
                    .format(format)
                    .set());
        }
        sheet.flush();
        written = next;
    }

    /** Ends the sheet. */
    void end() throws IOException {
        flush();
        sheet.setAutoFilter(0, 0, next - 1, columns - 1);
        sheet.finish();
    }
}

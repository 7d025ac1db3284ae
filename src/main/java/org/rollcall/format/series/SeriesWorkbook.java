package org.rollcall.format.series;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.format.SpreadsheetText;
import org.rollcall.report.series.Series;
import org.rollcall.report.series.SeriesCell;
import org.rollcall.report.series.SeriesMember;

/** A series as a workbook: a sheet of minutes, by which one can calculate, and one of statuses. */
final class SeriesWorkbook {
    private static final List<String> TOTALS = List.of("attended", "late", "absent", "minutes", "share");

    private SeriesWorkbook() {}

    static void write(Series series, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Rollcall", "1.0")) {
            minutes(workbook.newWorksheet("Minutes"), series);
            statuses(workbook.newWorksheet("Status"), series);
        }
    }

    private static void minutes(Worksheet sheet, Series series) {
        header(sheet, series);
        int totals = 2 + series.instances().size();
        for (int i = 0; i < TOTALS.size(); i++) {
            sheet.value(0, totals + i, TOTALS.get(i));
            sheet.style(0, totals + i).bold().set();
            sheet.width(totals + i, 11);
        }
        int row = 1;
        for (SeriesMember member : series.members()) {
            person(sheet, row, member);
            int column = 2;
            for (SeriesCell cell : member.cells()) {
                if (cell != null && cell.minutes() != null && cell.isAttended()) {
                    sheet.value(row, column, cell.minutes());
                }
                column++;
            }
            sheet.value(row, totals, member.attended());
            sheet.value(row, totals + 1, member.late());
            sheet.value(row, totals + 2, member.absent());
            sheet.value(row, totals + 3, member.minutes());
            sheet.value(row, totals + 4, member.share());
            sheet.style(row, totals + 4).format("0.0%").set();
            row++;
        }
        finish(sheet, row, totals + TOTALS.size());
    }

    private static void statuses(Worksheet sheet, Series series) {
        header(sheet, series);
        int row = 1;
        for (SeriesMember member : series.members()) {
            person(sheet, row, member);
            int column = 2;
            for (SeriesCell cell : member.cells()) {
                if (cell != null && cell.status() != null) {
                    sheet.value(row, column, cell.status().value().replace('_', ' '));
                }
                column++;
            }
            row++;
        }
        finish(sheet, row, 2 + series.instances().size());
    }

    private static void header(Worksheet sheet, Series series) {
        sheet.value(0, 0, "name");
        sheet.value(0, 1, "email");
        int column = 2;
        for (var instance : series.instances()) {
            sheet.value(0, column, SeriesCsv.heading(instance));
            sheet.width(column++, 17);
        }
        sheet.range(0, 0, 0, column - 1).style().bold().set();
        sheet.width(0, 30);
        sheet.width(1, 30);
    }

    private static void person(Worksheet sheet, int row, SeriesMember member) {
        sheet.value(row, 0, SpreadsheetText.harmless(member.name()));
        sheet.value(row, 1, SpreadsheetText.harmless(member.email()));
    }

    private static void finish(Worksheet sheet, int rows, int columns) {
        sheet.freezePane(2, 1);
        sheet.setAutoFilter(0, 0, rows - 1, columns - 1);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
    }
}

package org.rollcall.format.workbook;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.Field;
import org.rollcall.report.Row;
import org.rollcall.report.Times;

/** The sheet with a line a row, and as many more as it takes to hold them all. */
final class ParticipantSheets {
    private static final String NAME = "Participants";
    /** Where fields go that came only after the header was written. */
    private static final String OTHERS = "other_fields";

    private final Workbook workbook;
    private final List<Field> documented;
    private final int maxRows;
    private final Map<Integer, String> formats;
    private Worksheet sheet;
    private SheetLines lines;
    private int sheets;
    private List<String> undocumented;

    ParticipantSheets(Workbook workbook, List<Field> documented, int maxRows) {
        this.workbook = workbook;
        this.documented = documented;
        this.maxRows = maxRows;
        this.formats = IntStream.range(0, documented.size())
                .filter(column -> isTime(documented.get(column)))
                .boxed()
                .collect(Collectors.toMap(column -> column, column -> SpreadsheetCell.TIME_FORMAT));
    }

    void add(List<Row> rows) throws IOException {
        if (undocumented == null) {
            TreeSet<String> names = new TreeSet<>();
            rows.forEach(row -> names.addAll(row.undocumented().keySet()));
            undocumented = List.copyOf(names);
        }
        for (Row row : rows) {
            if (lines == null || lines.count() == maxRows) {
                nextSheet();
            }
            write(row, lines.next());
        }
        if (lines != null) {
            lines.flush();
        }
    }

    /** Ends the last sheet, which is there in any case. */
    void end() throws IOException {
        if (lines == null) {
            undocumented = List.of();
            nextSheet();
        }
        lines.end();
    }

    private void nextSheet() throws IOException {
        if (lines != null) {
            lines.end();
        }
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? NAME : NAME + " " + sheets);
        lines = new SheetLines(sheet, columns(), formats);
    }

    private List<String> columns() {
        return Stream.of(
                        documented.stream()
                                .map(field -> isTime(field) ? field.fieldName() + SheetHeader.UTC : field.fieldName()),
                        undocumented.stream(),
                        Stream.of(OTHERS))
                .flatMap(names -> names)
                .toList();
    }

    private void write(Row row, int line) {
        int column = 0;
        for (Field field : documented) {
            Instant time = isTime(field) ? Times.parse(row.text(field)) : null;
            if (time != null) {
                SpreadsheetCell.time(sheet, line, column++, time);
            } else {
                SpreadsheetCell.text(sheet, line, column++, row.text(field));
            }
        }
        for (String name : undocumented) {
            SpreadsheetCell.text(sheet, line, column++, row.undocumented().get(name));
        }
        SpreadsheetCell.text(sheet, line, column, others(row));
    }

    private String others(Row row) {
        if (undocumented.containsAll(row.undocumented().keySet())) {
            return null;
        }
        SortedMap<String, String> others = new TreeMap<>(row.undocumented());
        others.keySet().removeAll(undocumented);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> other : others.entrySet()) {
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

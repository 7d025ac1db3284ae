package org.rollcall.format;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.Field;
import org.rollcall.report.Person;
import org.rollcall.report.Report;
import org.rollcall.report.Row;
import org.rollcall.report.Times;

/** An Excel workbook: a sheet with a line a person, and one with a line a row, which is written as the pages come. */
@Singleton
public class XlsxFormat implements ReportFormat {

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) throws IOException {
        return new Writer(file.open(), redaction.shown(), Worksheet.MAX_ROWS);
    }

    /** Writes a workbook whose sheets have no more than a number of rows. */
    static final class Writer implements ReportWriter {
        private static final List<String> ATTENDANCE = List.of(
                "name",
                "email",
                "role",
                "first_join (UTC)",
                "last_leave (UTC)",
                "minutes",
                "sessions",
                "share_of_meeting",
                "matched_by");
        private static final String PARTICIPANTS = "Participants";
        /** Where fields go that came only after the header was written. */
        private static final String OTHERS = "other_fields";

        private final OutputStream out;
        private final List<Field> documented;
        private final int maxRows;
        private final Workbook workbook;
        private final Worksheet attendance;
        private Worksheet participants;
        private int sheets;
        private int row;
        private List<String> undocumented;

        Writer(OutputStream out, List<Field> documented, int maxRows) {
            this.out = out;
            this.documented = documented;
            this.maxRows = maxRows;
            this.workbook = new Workbook(out, "Rollcall", "1.0");
            this.attendance = workbook.newWorksheet("Attendance");
        }

        @Override
        public void page(List<Row> rows) throws IOException {
            if (undocumented == null) {
                TreeSet<String> names = new TreeSet<>();
                rows.forEach(row -> names.addAll(row.undocumented().keySet()));
                undocumented = List.copyOf(names);
            }
            for (Row next : rows) {
                if (participants == null || row == maxRows) {
                    nextSheet();
                }
                write(next);
            }
            if (participants != null) {
                participants.flush();
            }
        }

        private void nextSheet() throws IOException {
            endSheet();
            sheets++;
            participants = workbook.newWorksheet(sheets == 1 ? PARTICIPANTS : PARTICIPANTS + " " + sheets);
            row = header(participants, columns());
        }

        private List<String> columns() {
            return Stream.of(
                            documented.stream()
                                    .map(field -> isTime(field) ? field.fieldName() + " (UTC)" : field.fieldName()),
                            undocumented.stream(),
                            Stream.of(OTHERS))
                    .flatMap(names -> names)
                    .toList();
        }

        private void write(Row next) {
            int column = 0;
            for (Field field : documented) {
                Instant time = isTime(field) ? Times.parse(next.text(field)) : null;
                if (time != null) {
                    SpreadsheetCell.time(participants, row, column++, time);
                } else {
                    SpreadsheetCell.text(participants, row, column++, next.text(field));
                }
            }
            for (String name : undocumented) {
                SpreadsheetCell.text(
                        participants, row, column++, next.undocumented().get(name));
            }
            SpreadsheetCell.text(participants, row, column, others(next));
            row++;
        }

        private String others(Row next) {
            if (undocumented.containsAll(next.undocumented().keySet())) {
                return null;
            }
            SortedMap<String, String> others = new TreeMap<>(next.undocumented());
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

        private void endSheet() throws IOException {
            if (participants != null) {
                participants.setAutoFilter(0, 0, row - 1, documented.size() + undocumented.size());
                participants.finish();
            }
        }

        @Override
        public void end(Report report) throws IOException {
            if (participants == null) {
                undocumented = List.of();
                nextSheet();
            }
            endSheet();
            int line = header(attendance, ATTENDANCE);
            for (Person person : report.attendance().people()) {
                if (line == maxRows) {
                    // A sheet holds no more; the other documents have them all.
                    break;
                }
                write(person, line++);
                if (line % 1000 == 0) {
                    attendance.flush();
                }
            }
            attendance.setAutoFilter(0, 0, line - 1, ATTENDANCE.size() - 1);
            attendance.finish();
            workbook.finish();
        }

        private void write(Person person, int line) {
            SpreadsheetCell.text(attendance, line, 0, person.name());
            SpreadsheetCell.text(attendance, line, 1, person.email());
            SpreadsheetCell.text(attendance, line, 2, person.role());
            SpreadsheetCell.time(attendance, line, 3, person.firstJoin());
            SpreadsheetCell.time(attendance, line, 4, person.lastLeave());
            attendance.value(line, 5, person.minutes());
            attendance.value(line, 6, person.sessions());
            BigDecimal share = person.share();
            if (share != null) {
                attendance.value(line, 7, share);
                attendance.style(line, 7).format("0.0%").set();
            }
            SpreadsheetCell.text(attendance, line, 8, person.matchedByName());
        }

        // Answers with the number of the next row.
        private static int header(Worksheet sheet, List<String> names) {
            for (int column = 0; column < names.size(); column++) {
                SpreadsheetCell.text(sheet, 0, column, names.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, width(names.get(column)));
            }
            sheet.freezePane(0, 1);
            return 1;
        }

        // In characters; Excel takes 255 at most, and a field can have a longer name.
        private static int width(String name) {
            return name.endsWith("(UTC)") ? 20 : Math.max(12, Math.min(60, name.length() + 4));
        }

        private static boolean isTime(Field field) {
            return field == Field.JOIN_TIME || field == Field.LEAVE_TIME;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

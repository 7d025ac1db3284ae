package org.rollcall.format.workbook;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.Person;

/** The sheet with a line a person, those among them who were expected and did not come. */
final class PeopleSheet {
    /** On one nobody could read them. */
    private static final int PAGES_WIDE = 2;

    private static final String MINUTES = "0.00";
    /** So many columns of a roster have one here. */
    private static final int MAX_ROSTER = 200;

    private final Worksheet sheet;
    private final int maxRows;
    private final ZoneId zone;
    private final String zoneName;
    private final List<Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    /** Writes a person's cell of a column. */
    private interface Cell {
        void write(int line, int column, Person person);
    }

    PeopleSheet(Worksheet sheet, int maxRows, AttendanceContext context) {
        this.sheet = sheet;
        this.maxRows = maxRows;
        this.zone = context.zone();
        this.zoneName = context.zoneName();
    }

    /** Writes everybody, as far as a sheet holds them, and returns its cells as {@code A1:C3}. */
    String write(List<Person> people) throws IOException {
        text("name", people, Person::name);
        text("email", people, Person::email);
        text("role", people, Person::role);
        text(
                "status",
                people,
                person -> person.status() == null ? null : person.status().value());
        time("first_join", zone, zoneName, Person::firstJoin);
        time("last_leave", zone, zoneName, Person::lastLeave);
        number("minutes", MINUTES, Person::minutes);
        number("sessions", null, person -> person.presence().sessions());
        number("share_of_meeting", "0.00%", Person::share);
        number("late_minutes", MINUTES, person -> person.presence().lateMinutes());
        number("left_early_minutes", MINUTES, person -> person.presence().leftEarlyMinutes());
        text("matched_by", people, Person::matchedByName);
        text("remark", people, Person::remark);
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            // An hour that comes twice when the clocks change is told apart here alone.
            time("first_join", ZoneOffset.UTC, "UTC", Person::firstJoin);
            time("last_leave", ZoneOffset.UTC, "UTC", Person::lastLeave);
        }
        for (String column : rosterColumns(people)) {
            text(column, people, person -> person.roster().get(column));
        }
        SheetLines lines = new SheetLines(sheet, columns, 1, PAGES_WIDE);
        for (Person person : people) {
            if (lines.count() == maxRows) {
                break;
            }
            int line = lines.next();
            for (int column = 0; column < cells.size(); column++) {
                cells.get(column).write(line, column, person);
            }
        }
        return lines.end();
    }

    private static Set<String> rosterColumns(List<Person> people) {
        Set<String> names = new LinkedHashSet<>();
        for (Person person : people) {
            for (String name : person.roster().keySet()) {
                if (names.size() < MAX_ROSTER) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void text(String name, List<Person> people, Function<Person, String> text) {
        int longest = people.stream()
                .map(text)
                .mapToInt(value -> value == null ? 0 : value.length())
                .max()
                .orElse(0);
        columns.add(Column.of(name, longest));
        cells.add((line, column, person) -> SpreadsheetCell.text(sheet, line, column, text.apply(person)));
    }

    private void number(String name, String format, Function<Person, Number> number) {
        columns.add(new Column(name, Column.of(name, 0).width(), format));
        cells.add((line, column, person) -> {
            Number value = number.apply(person);
            if (value != null) {
                sheet.value(line, column, value);
            }
        });
    }

    private void time(String name, ZoneId zone, String zoneName, Function<Person, Instant> time) {
        columns.add(Column.ofTimes(name, zoneName));
        cells.add((line, column, person) -> SpreadsheetCell.time(sheet, line, column, time.apply(person), zone));
    }
}

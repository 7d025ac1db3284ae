package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.format.workbook.ReportWorkbook;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.row.Field;

class XlsxFormatTest {
    private static final XlsxFormat XLSX = new XlsxFormat();
    private static final int MAX_LENGTH = 32_767;
    private static final String KIM =
            """
            {"id":"k","user_name":"Kim","email":"kim@a.example","role":"host","aic_disclaimer":"accepted",
             "join_time":"2026-11-20T09:00:07Z","leave_time":"2026-11-20T09:30:07Z"}""";

    @Test
    void hasASheetForTheMeetingThePeopleAndTheRows() throws IOException {
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX, KIM, KIM))) {
            assertEquals(
                    List.of("Meeting", "People", "Rows"),
                    workbook.getSheets().map(Sheet::getName).toList());
            List<Row> people = rows(workbook, "People");
            assertEquals(2, people.size());
            Map<String, Integer> columns = columns(people);
            Row kim = people.get(1);
            assertEquals("Kim", kim.getCellText(columns.get("name")));
            assertEquals("left_early", kim.getCellText(columns.get("status")));
            assertEquals(LocalDateTime.parse("2026-11-20T10:00:07"), time(kim, columns, "first_join (Europe/Paris)"));
            assertEquals(LocalDateTime.parse("2026-11-20T09:00:07"), time(kim, columns, "first_join (UTC)"));
            assertEquals(CellType.NUMBER, kim.getCell(columns.get("minutes")).getType());
            assertEquals("30", kim.getCellText(columns.get("minutes")));
            assertEquals("0.5", kim.getCellText(columns.get("share_of_meeting")));
            assertEquals("29.88", kim.getCellText(columns.get("left_early_minutes")));
            assertEquals("id", kim.getCellText(columns.get("matched_by")));

            List<Row> rows = rows(workbook, "Rows");
            assertEquals(3, rows.size());
            columns = columns(rows);
            assertEquals(LocalDateTime.parse("2026-11-20T09:00:07"), time(rows.get(1), columns, "join_time (UTC)"));
            assertEquals(
                    LocalDateTime.parse("2026-11-20T10:00:07"), time(rows.get(1), columns, "join_time (Europe/Paris)"));
            assertEquals("accepted", rows.get(1).getCellText(columns.get("aic_disclaimer")));
            assertFalse(columns.containsKey("other_fields"));
        }
    }

    @Test
    void saysOfTheMeetingWhatIsKnownAndHowManyHaveEachStatus() throws IOException {
        try (ReadableWorkbook workbook = open(Classroom.of(30).write(XLSX))) {
            Map<String, String> said = new LinkedHashMap<>();
            rows(workbook, "Meeting").forEach(row -> said.put(row.getCellText(0), row.getCellText(1)));
            assertEquals("Statistics 201, lecture 9: régression linéaire", said.get("topic"));
            assertEquals("93201235621", said.get("meeting_id"));
            assertEquals("/ajXp112QmuoKj4854875==", said.get("meeting_uuid"));
            assertEquals("Prof. Agnès Martin", said.get("host"));
            assertEquals("Europe/Paris", said.get("timezone"));
            assertEquals("yes", said.get("timezone_known"));
            assertEquals("dashboard", said.get("source"));
            assertEquals("37", said.get("rows"));
            assertEquals("27", said.get("people"));
            assertEquals("30", said.get("expected"));
            assertEquals("2", said.get("absent"));
            assertEquals("1", said.get("excused"));
            assertEquals("23", said.get("present"));
            assertEquals(
                    LocalDateTime.parse("2026-11-20T10:00:00"),
                    rows(workbook, "Meeting").stream()
                            .filter(row -> row.getCellText(0).equals("start (Europe/Paris)"))
                            .findFirst()
                            .orElseThrow()
                            .getCellAsDate(1)
                            .orElseThrow()
                            .withNano(0));
        }
    }

    @Test
    void whoDidNotComeHasALineAndTheRosterItsColumns() throws IOException {
        try (ReadableWorkbook workbook = open(Classroom.of(30).write(XLSX))) {
            List<Row> people = rows(workbook, "People");
            Map<String, Integer> columns = columns(people);
            assertEquals(31, people.size());
            Row absent = people.get(28);
            assertEquals("absent", absent.getCellText(columns.get("status")));
            assertEquals("", absent.getCellText(columns.get("first_join (UTC)")));
            assertEquals("G2", absent.getCellText(columns.get("group")));
        }
    }

    @Test
    void withoutAZoneOfItsOwnTimesAreInUtcOnce() throws IOException {
        byte[] xlsx = new Classroom().withZoneUnknown().row("Ann", 0, 92).write(XLSX);
        try (ReadableWorkbook workbook = open(xlsx)) {
            for (String sheet : List.of("People", "Rows")) {
                List<Row> rows = rows(workbook, sheet);
                assertEquals(
                        2,
                        rows.get(0).stream()
                                .filter(cell -> cell.getText().endsWith("(UTC)"))
                                .count());
            }
            assertTrue(rows(workbook, "Meeting").stream()
                    .anyMatch(row -> row.getCellText(0).equals("timezone_known")
                            && row.getCellText(1).equals("no")));
        }
    }

    @Test
    void headersStayInSightFilterAndArePrintedOnEveryPage() throws IOException {
        Map<String, String> parts = parts(WrittenReport.ofPast().of(XLSX, KIM));
        for (int sheet = 1; sheet <= 3; sheet++) {
            String xml = parts.get("xl/worksheets/sheet" + sheet + ".xml");
            assertTrue(xml.contains("state=\"frozen\""), xml);
            assertTrue(xml.contains("<autoFilter"), xml);
            assertTrue(xml.contains("orientation=\"landscape\""), xml);
            assertTrue(xml.contains("fitToPage=\"true\""), xml);
            assertTrue(xml.contains("fitToHeight=\"0\""), xml);
        }
        assertEquals(3, parts.get("xl/workbook.xml").split("_xlnm.Print_Titles", -1).length - 1);
    }

    @Test
    void eachSheetSaysWhichCellsItHas() throws IOException {
        byte[] xlsx = Classroom.of(1200).write(XLSX);
        Map<String, String> parts = parts(xlsx);
        try (ReadableWorkbook workbook = open(xlsx)) {
            int number = 0;
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                String xml = parts.get("xl/worksheets/sheet" + ++number + ".xml");
                String last = rows.get(0)
                        .getCell(rows.get(0).getCellCount() - 1)
                        .getAddress()
                        .toString();
                assertTrue(
                        xml.contains("<dimension ref=\"A1:" + last.replace("1", "") + rows.size() + "\"/>"),
                        xml.substring(0, 400));
            }
        }
    }

    @Test
    void theSameReportHasTheSameCells() throws IOException {
        Map<String, String> parts = parts(Classroom.of(30).write(XLSX));
        Map<String, String> again = parts(Classroom.of(30).write(XLSX));
        parts.keySet().removeIf(part -> part.startsWith("docProps"));
        parts.forEach((part, xml) -> assertEquals(xml, again.get(part)));
    }

    @Test
    void columnsAreAsWideAsWhatIsInThem() throws IOException {
        Map<String, String> parts = parts(WrittenReport.ofPast()
                .of(XLSX, "{\"user_name\":\"" + "n".repeat(30) + "\",\"pc_name\":\"" + "p".repeat(5000) + "\"}"));
        assertTrue(parts.get("xl/worksheets/sheet2.xml").contains("min=\"1\" max=\"1\" width=\"33.0\""));
        int column = Field.PC_NAME.ordinal() + 1;
        assertTrue(parts.get("xl/worksheets/sheet3.xml")
                .contains("min=\"" + column + "\" max=\"" + column + "\" width=\"40.0\""));
    }

    @Test
    void timesAndSharesAreShownAsSuchInEveryLine() throws IOException {
        String first = "{\"total_records\":2,\"participants\":[" + KIM + "]}";
        String second = first.replace("\"k\"", "\"s\"").replace("Kim", "Sam");
        String time = "yyyy-mm-dd hh:mm:ss";
        byte[] xlsx = WrittenReport.ofPast().ofPages(XLSX, List.of(first, second));
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false))) {
            Map<String, Integer> columns = columns(rows(workbook, "Rows"));
            for (Row row : rows(workbook, "Rows").subList(1, 3)) {
                assertEquals(time, format(row, columns, "join_time (UTC)"));
                assertEquals(time, format(row, columns, "leave_time (Europe/Paris)"));
                assertNull(format(row, columns, "user_name"));
            }
            columns = columns(rows(workbook, "People"));
            for (Row person : rows(workbook, "People").subList(1, 3)) {
                assertEquals(time, format(person, columns, "first_join (Europe/Paris)"));
                assertEquals(time, format(person, columns, "last_leave (UTC)"));
                assertEquals("0.00%", format(person, columns, "share_of_meeting"));
                assertEquals("0.00", format(person, columns, "minutes"));
                assertNull(format(person, columns, "sessions"));
            }
        }
    }

    @Test
    void aFieldMayHaveALongerNameThanAColumnIsWide() throws IOException {
        String name = "n".repeat(300);
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX, "{\"" + name + "\":\"yes\"}"))) {
            List<Row> rows = rows(workbook, "Rows");
            assertEquals("yes", rows.get(1).getCellText(columns(rows).get(name)));
        }
    }

    @Test
    void formulasAreText() throws IOException {
        byte[] xlsx = WrittenReport.ofPast().of(XLSX, "{\"user_name\":\"=1+1\",\"email\":\"@SUM(A1)\"}");
        try (ReadableWorkbook workbook = open(xlsx)) {
            assertEquals("=1+1", rows(workbook, "People").get(1).getCellText(0));
            assertEquals(
                    CellType.STRING, rows(workbook, "People").get(1).getCell(0).getType());
        }
        parts(xlsx).values().forEach(part -> assertFalse(part.contains("<f>")));
    }

    @Test
    void whatXmlOrACellCanNotHoldIsReplacedOrCut() throws IOException {
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast()
                .of(
                        XLSX,
                        "{\"user_name\":\"a\\u0000b\\ud83d<&>\\uffff\",\"pc_name\":\"" + "x".repeat(40_000)
                                + "\",\"join_time\":\"noon\",\"leave_time\":\"0001-01-01T00:00:00Z\"}"))) {
            List<Row> rows = rows(workbook, "Rows");
            Map<String, Integer> columns = columns(rows);
            Row row = rows.get(1);
            assertEquals("a\uFFFDb\uFFFD<&>\uFFFD", row.getCellText(columns.get("user_name")));
            assertEquals(MAX_LENGTH, row.getCellText(columns.get("pc_name")).length());
            assertEquals("noon", row.getCellText(columns.get("join_time (UTC)")));
            assertEquals("", row.getCellText(columns.get("join_time (Europe/Paris)")));
            assertEquals("0001-01-01T00:00:00Z", row.getCellText(columns.get("leave_time (UTC)")));
        }
    }

    @Test
    void aFieldThatZoomSendsOnlyLaterHasAColumnToo() throws IOException {
        String first = "{\"total_records\":2,\"participants\":[" + KIM + "]}";
        String second =
                "{\"total_records\":2,\"participants\":[{\"id\":\"x\",\"new_field\":[1],\"aic_disclaimer\":\"no\"}]}";
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().ofPages(XLSX, List.of(first, second)))) {
            List<Row> rows = rows(workbook, "Rows");
            assertEquals("no", rows.get(2).getCellText(columns(rows).get("aic_disclaimer")));
            assertEquals("[1]", rows.get(2).getCellText(columns(rows).get("new_field")));
        }
    }

    @Test
    void thereIsNoEndToFieldsButToColumns() throws IOException {
        StringBuilder fields = new StringBuilder("{\"id\":\"x\"");
        for (int field = 100; field < 300; field++) {
            fields.append(",\"field_").append(field).append("\":").append(field);
        }
        try (ReadableWorkbook workbook =
                open(WrittenReport.ofPast().of(XLSX, fields.append('}').toString()))) {
            List<Row> rows = rows(workbook, "Rows");
            Map<String, Integer> columns = columns(rows);
            assertEquals("199", rows.get(1).getCellText(columns.get("field_199")));
            assertFalse(columns.containsKey("field_200"));
            String others = rows.get(1).getCellText(columns.get("other_fields"));
            assertTrue(others.startsWith("field_200: 200\nfield_201: 201\n"), others);
            assertTrue(others.endsWith("field_299: 299"), others);
        }
    }

    @Test
    void moreRowsThanASheetHoldsGoOnTheNext(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFold fold = new ReportFold(Source.DASHBOARD, MeetingType.PAST);
        try (ReportWorkbook workbook = new ReportWorkbook(directory, List.of(Field.ID), 3)) {
            List<org.rollcall.report.row.Row> rows = WrittenReport.rows(
                    "{\"total_records\":3,\"participants\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]}");
            fold.add(rows, 3, Collections.emptySortedMap());
            workbook.page(rows);
            workbook.write(fold.finish(WrittenReport.MEETING, WrittenReport.GENERATED), out);
        }
        try (ReadableWorkbook workbook = open(out.toByteArray())) {
            assertEquals(3, rows(workbook, "People").size());
            assertEquals(3, rows(workbook, "Rows").size());
            assertEquals("c", rows(workbook, "Rows 2").get(1).getCellText(0));
        }
        assertTrue(parts(out.toByteArray()).get("xl/worksheets/sheet4.xml").contains("<dimension ref=\"A1:A2\"/>"));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void anEmptyMeetingHasHeaders() throws IOException {
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX))) {
            assertEquals(1, rows(workbook, "People").size());
            assertEquals(1, rows(workbook, "Rows").size());
        }
    }

    @Test
    void redactedFieldsAreNotThere() throws IOException {
        Redaction redaction = new Redaction(Set.of("user_name", "email", "role", "join_time", "aic_disclaimer"));
        Map<String, String> parts =
                parts(WrittenReport.ofPast().without(redaction).of(XLSX, KIM));
        String all = String.join("", parts.values());
        for (String secret : List.of("Kim", "kim@", "host", "accepted", "user_name", "join_time")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    private static Map<String, Integer> columns(List<Row> rows) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        rows.get(0).forEach(cell -> columns.put(cell.getText(), cell.getColumnIndex()));
        return columns;
    }

    private static LocalDateTime time(Row row, Map<String, Integer> columns, String column) {
        return row.getCellAsDate(columns.get(column)).orElseThrow().withNano(0);
    }

    private static String format(Row row, Map<String, Integer> columns, String column) {
        return row.getCell(columns.get(column)).getDataFormatString();
    }

    private static ReadableWorkbook open(byte[] xlsx) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(xlsx));
    }

    private static List<Row> rows(ReadableWorkbook workbook, String sheet) throws IOException {
        return workbook.findSheet(sheet).orElseThrow().read();
    }

    private static Map<String, String> parts(byte[] xlsx) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.write(Files.createTempFile("rollcall-", ".xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }
}

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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.rollcall.format.workbook.ReportWorkbook;
import org.rollcall.report.Field;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportFold;

class XlsxFormatTest {
    private static final XlsxFormat XLSX = new XlsxFormat();
    private static final int MAX_LENGTH = 32_767;
    private static final String KIM =
            """
            {"id":"k","user_name":"Kim","email":"kim@a.example","role":"host","aic_disclaimer":"accepted",
             "join_time":"2026-11-20T09:00:07Z","leave_time":"2026-11-20T09:30:07Z"}""";

    @Test
    void hasASheetForAttendanceAndOneForRows() throws IOException {
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX, KIM, KIM))) {
            assertEquals(
                    List.of("Attendance", "Participants"),
                    workbook.getSheets().map(Sheet::getName).toList());
            List<Row> people = rows(workbook, "Attendance");
            assertEquals(2, people.size());
            assertEquals("first_join (UTC)", people.get(0).getCellText(3));
            assertEquals("Kim", people.get(1).getCellText(0));
            assertEquals(
                    LocalDateTime.parse("2026-11-20T09:00:07"),
                    people.get(1).getCellAsDate(3).orElseThrow().withNano(0));
            assertEquals(CellType.NUMBER, people.get(1).getCell(5).getType());
            assertEquals("30", people.get(1).getCellText(5));
            assertEquals("0.5", people.get(1).getCellText(7));
            assertEquals("id", people.get(1).getCellText(8));

            List<Row> rows = rows(workbook, "Participants");
            assertEquals(3, rows.size());
            int join = Field.JOIN_TIME.ordinal();
            assertEquals("join_time (UTC)", rows.get(0).getCellText(join));
            assertEquals(
                    LocalDateTime.parse("2026-11-20T09:00:07"),
                    rows.get(1).getCellAsDate(join).orElseThrow().withNano(0));
            assertEquals("aic_disclaimer", rows.get(0).getCellText(Field.values().length));
            assertEquals("accepted", rows.get(1).getCellText(Field.values().length));
        }
    }

    @Test
    void headersStayInSightAndFilter() throws IOException {
        Map<String, String> parts = parts(WrittenReport.ofPast().of(XLSX, KIM));
        for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
            assertTrue(parts.get(sheet).contains("state=\"frozen\""), sheet);
            assertTrue(parts.get(sheet).contains("<autoFilter"), sheet);
        }
    }

    @Test
    void timesAndSharesAreShownAsSuchInEveryLine() throws IOException {
        String first = "{\"total_records\":2,\"participants\":[" + KIM + "]}";
        String second = first.replace("\"k\"", "\"s\"").replace("Kim", "Sam");
        String time = "yyyy-mm-dd hh:mm:ss";
        byte[] xlsx = WrittenReport.ofPast().ofPages(XLSX, List.of(first, second));
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false))) {
            for (Row row : rows(workbook, "Participants").subList(1, 3)) {
                assertEquals(time, row.getCell(Field.JOIN_TIME.ordinal()).getDataFormatString());
                assertEquals(time, row.getCell(Field.LEAVE_TIME.ordinal()).getDataFormatString());
                assertNull(row.getCell(Field.USER_NAME.ordinal()).getDataFormatString());
            }
            for (Row person : rows(workbook, "Attendance").subList(1, 3)) {
                assertEquals(time, person.getCell(3).getDataFormatString());
                assertEquals(time, person.getCell(4).getDataFormatString());
                assertEquals("0.0%", person.getCell(7).getDataFormatString());
                assertNull(person.getCell(5).getDataFormatString());
            }
        }
    }

    @Test
    void aFieldMayHaveALongerNameThanAColumnIsWide() throws IOException {
        String name = "n".repeat(300);
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX, "{\"" + name + "\":\"yes\"}"))) {
            List<Row> rows = rows(workbook, "Participants");
            assertEquals(name, rows.get(0).getCellText(Field.values().length));
            assertEquals("yes", rows.get(1).getCellText(Field.values().length));
        }
    }

    @Test
    void formulasAreText() throws IOException {
        byte[] xlsx = WrittenReport.ofPast().of(XLSX, "{\"user_name\":\"=1+1\",\"email\":\"@SUM(A1)\"}");
        try (ReadableWorkbook workbook = open(xlsx)) {
            assertEquals("=1+1", rows(workbook, "Attendance").get(1).getCellText(0));
            assertEquals(
                    CellType.STRING,
                    rows(workbook, "Attendance").get(1).getCell(0).getType());
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
            List<Row> rows = rows(workbook, "Participants");
            assertEquals("a\uFFFDb\uFFFD<&>\uFFFD", rows.get(1).getCellText(Field.USER_NAME.ordinal()));
            assertEquals(
                    MAX_LENGTH, rows.get(1).getCellText(Field.PC_NAME.ordinal()).length());
            assertEquals("noon", rows.get(1).getCellText(Field.JOIN_TIME.ordinal()));
            assertEquals("0001-01-01T00:00:00Z", rows.get(1).getCellText(Field.LEAVE_TIME.ordinal()));
        }
    }

    @Test
    void aFieldThatZoomSendsOnlyLaterIsNotLost() throws IOException {
        String first = "{\"total_records\":2,\"participants\":[" + KIM + "]}";
        String second =
                "{\"total_records\":2,\"participants\":[{\"id\":\"x\",\"new_field\":[1],\"aic_disclaimer\":\"no\"}]}";
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().ofPages(XLSX, List.of(first, second)))) {
            Row row = rows(workbook, "Participants").get(2);
            assertEquals("no", row.getCellText(Field.values().length));
            assertEquals("new_field: [1]", row.getCellText(Field.values().length + 1));
        }
    }

    @Test
    void moreRowsThanASheetHoldsGoOnTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFold fold = new ReportFold(MeetingType.PAST);
        try (ReportWorkbook workbook = new ReportWorkbook(out, List.of(Field.ID), 3)) {
            List<org.rollcall.report.Row> rows = WrittenReport.rows(
                    "{\"total_records\":3,\"participants\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]}");
            fold.add(rows, 3);
            workbook.page(rows);
            workbook.end(fold.finish(WrittenReport.MEETING, WrittenReport.GENERATED));
        }
        try (ReadableWorkbook workbook = open(out.toByteArray())) {
            assertEquals(3, rows(workbook, "Participants").size());
            assertEquals("c", rows(workbook, "Participants 2").get(1).getCellText(0));
        }
    }

    @Test
    void anEmptyMeetingHasHeaders() throws IOException {
        try (ReadableWorkbook workbook = open(WrittenReport.ofPast().of(XLSX))) {
            assertEquals(1, rows(workbook, "Attendance").size());
            assertEquals(1, rows(workbook, "Participants").size());
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

package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Report;
import org.rollcall.report.ReportFold;
import org.rollcall.report.Source;
import org.rollcall.report.row.Row;

/** 50,000 rows of 20,000 people, in all formats at once, in a JVM of its own with little memory. */
class LargeMeetingMemoryTest {
    /** Half of what the smallest function has. */
    private static final String HEAP = "-Xmx64m";

    @Test
    void allFormatsAtOnceTakeLittleMemory(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMeetingMemoryTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> "It runs still: " + read(file));
        } finally {
            process.destroyForcibly();
        }
        String output = read(file);
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.contains("50000 rows, 20000 people in json csv ndjson attendance people html xlsx"), output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the other JVM runs. */
    public static void main(String[] arguments) throws IOException {
        List<ReportFormat> formats = List.of(
                new JsonFormat(),
                new CsvFormat(),
                new NdjsonFormat(),
                new AttendanceFormat(),
                new PeopleFormat(),
                new HtmlFormat(),
                new XlsxFormat());
        try (ReportDocuments documents = new ReportDocuments(formats, Redaction.NONE)) {
            ReportFold fold = new ReportFold(Source.DASHBOARD, MeetingType.PAST);
            LargeMeeting.forEachPage(page -> add(page, fold, documents));
            Report report = fold.finish(WrittenReport.MEETING, WrittenReport.GENERATED);
            StringBuilder names = new StringBuilder();
            for (Document document : documents.end(report)) {
                names.append(' ').append(document.format().name());
            }
            System.out.println(
                    report.rows() + " rows, " + report.attendance().people().size() + " people in" + names);
        }
    }

    private static void add(String page, ReportFold fold, ReportDocuments documents) {
        try {
            List<Row> rows = WrittenReport.rows(page);
            fold.add(rows, LargeMeeting.ROWS, Collections.emptySortedMap());
            documents.page(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

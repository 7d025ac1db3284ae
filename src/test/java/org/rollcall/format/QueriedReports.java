package org.rollcall.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.attendance.ExpectedPerson;

/** Writes the documents that a query engine reads, as they are stored, for tests. */
public record QueriedReports(Path directory) {
    public static final String ID = "93201235621";

    /** Writes an instance of an hour that began at 9:00 UTC of that day. */
    public void write(String day, Set<String> redacted, List<ExpectedPerson> expected, String... rows)
            throws IOException {
        Instant start = Instant.parse(day + "T09:00:00Z");
        Meeting meeting = new Meeting(ID, "uuid-" + day, "Topic", start, start.plusSeconds(3600), "Europe/Paris");
        WrittenReport report = WrittenReport.of(MeetingType.PAST, meeting)
                .without(new Redaction(redacted))
                .with(expected);
        write("people", day, report.of(new PeopleFormat(), rows));
        write("ndjson", day, report.of(new NdjsonFormat(), rows));
    }

    /** Writes a document as it is. */
    public void write(String format, String day, byte[] document) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(format).resolve("date=" + day));
        Files.write(Files.createTempFile(folder, ID, ".ndjson"), document);
    }
}

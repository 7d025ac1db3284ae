package org.rollcall.lambda.make;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.rollcall.format.AttendanceFormat;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.Documents;
import org.rollcall.format.HtmlFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.format.PeopleFormat;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.zoom.api.ParticipantsPage;
import org.rollcall.zoom.api.ParticipantsPageReader;

/** What holds of reports without people whose data is erased, whatever the rows are. */
class WriteReportPropertiesTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Meeting MEETING = new Meeting(
                    "93201235621", "uuid==", "Statistics 201", START, START.plusSeconds(3600), "Europe/Paris")
            .withHost("Person 3", "p3@example.edu");
    private static final List<ReportFormat> FORMATS = List.of(
            new JsonFormat(),
            new CsvFormat(),
            new NdjsonFormat(),
            new PeopleFormat(),
            new AttendanceFormat(),
            new HtmlFormat());
    private static final ErasureMarks PERSON_0 =
            ErasureMarks.NONE.with(List.of(PersonIdentifiers.ofEmail("p0@example.edu")), List.of());

    /** A row, and whose it is. */
    record Stay(int person, boolean user, boolean email, int join, int leave) {
        String json() {
            List<String> fields = new ArrayList<>();
            if (user) {
                fields.add("\"participant_user_id\":\"user-" + person + "\"");
            }
            if (email) {
                fields.add("\"email\":\"" + (join % 2 == 0 ? "p" : "P") + person + "@example.edu\"");
            }
            fields.add("\"user_name\":\"Person " + person + "\"");
            fields.add("\"join_time\":\"" + START.plusSeconds(60L * join) + "\"");
            fields.add("\"leave_time\":\"" + START.plusSeconds(60L * (join + leave)) + "\"");
            return "{" + String.join(",", fields) + "}";
        }
    }

    @Provide
    Arbitrary<List<Stay>> meetings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(1, 30))
                .as(Stay::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 200)
    void documentsAreThoseOfTheOtherRows(
            @ForAll("meetings") List<Stay> rows,
            @ForAll @IntRange(min = 1, max = 8) int pageSize,
            @ForAll boolean redacted)
            throws IOException {
        Redaction redaction = redacted ? new Redaction(Set.of("email", "participant_user_id")) : Redaction.NONE;
        List<Stay> others = rows.stream().filter(row -> !isErased(row, rows)).toList();

        Map<String, String> without = write(rows, pageSize, PERSON_0, redaction, expected(4));

        assertThat(without)
                .isEqualTo(write(
                        others,
                        pageSize,
                        ErasureMarks.NONE,
                        redaction,
                        expected(4).subList(1, 4)));
        assertThat(String.join("", without.values())).doesNotContain("p0@", "P0@");
    }

    @Property(tries = 100)
    void documentsAreTheSameWhereNobodyIsMarked(@ForAll("meetings") List<Stay> rows) throws IOException {
        ErasureMarks somebodyElse =
                ErasureMarks.NONE.with(List.of(PersonIdentifiers.ofEmail("else@example.edu")), List.of());

        assertThat(write(rows, 4, somebodyElse, Redaction.NONE, expected(4)))
                .isEqualTo(write(rows, 4, ErasureMarks.NONE, Redaction.NONE, expected(4)));
    }

    // By its address; by an ID that stands beside the address in some row; or by a name that nobody else has.
    private static boolean isErased(Stay row, List<Stay> all) {
        List<Stay> theirs = all.stream().filter(other -> other.person() == 0).toList();
        if (row.person() != 0 || theirs.stream().noneMatch(Stay::email)) {
            return false;
        }
        boolean joined = theirs.stream().anyMatch(other -> other.user() && other.email());
        boolean alone = theirs.stream().noneMatch(Stay::user);
        return row.email() || joined || alone;
    }

    private static List<ExpectedPerson> expected(int people) {
        return IntStream.range(0, people)
                .mapToObj(person -> ExpectedPerson.of(null, "p" + person + "@example.edu"))
                .toList();
    }

    private static Map<String, String> write(
            List<Stay> rows, int pageSize, ErasureMarks marks, Redaction redaction, List<ExpectedPerson> expected)
            throws IOException {
        AttendanceContext context =
                AttendanceContext.of(START, MEETING.endTime(), null).withExpected(expected);
        try (WriteReport writing =
                new WriteReport(FORMATS, redaction, Source.DASHBOARD, MeetingType.PAST, () -> marks)) {
            for (int from = 0; from < Math.max(1, rows.size()); from += pageSize) {
                ParticipantsPage page =
                        ParticipantsPageReader.read(rows.subList(from, Math.min(rows.size(), from + pageSize)).stream()
                                .map(Stay::json)
                                .collect(Collectors.joining(",", "{\"zone\":\"x\",\"participants\":[", "]}"))
                                .getBytes(StandardCharsets.UTF_8));
                writing.page(page.participants(), rows.size(), page.otherFields());
            }
            try (FinishedReport finished = writing.finish(MEETING, START.plusSeconds(4000), context, 3)) {
                Map<String, String> texts = new LinkedHashMap<>();
                finished.documents(Runnable::run, document -> {
                    String text = new String(Documents.bytes(document), StandardCharsets.UTF_8);
                    return texts.put(document.format().name(), text);
                });
                return texts;
            }
        }
    }
}

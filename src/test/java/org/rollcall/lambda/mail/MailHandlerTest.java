package org.rollcall.lambda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.Redaction;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.event.ReadReportEvent;
import org.rollcall.lambda.event.ReportEvent;
import org.rollcall.lambda.make.FinishedReport;
import org.rollcall.lambda.make.MakeReport;
import org.rollcall.lambda.make.StoreReport;
import org.rollcall.zoom.api.Rows;
import org.rollcall.zoom.call.Deadline;

/** What a mail says, and to whom. */
@QuarkusTest
@TestProfile(MailProfile.class)
class MailHandlerTest extends MailTest {
    @Inject
    ReadReportEvent events;

    @Inject
    MakeReport makeReport;

    @Inject
    StoreReport storeReport;

    @Test
    void tellsTheHostWhoCameWhoWasLateLeftEarlyOrWasAbsent() throws IOException {
        store(
                "Ada",
                "present",
                "Ben",
                "late",
                "Cleo",
                "late_and_left_early",
                "Dora",
                "left_early",
                "Emil",
                "absent",
                "Finn",
                "absent",
                "Gus",
                "excused",
                "Hal",
                "short",
                "Ivy",
                "waiting_room_only");

        assertThat(deliver(created(ENTRY))).isZero();

        JsonNode mail = mail();
        LocalDateTime start = LocalDateTime.ofInstant(end.minusSeconds(5400), ZURICH);
        String day = LocalDate.from(start).toString();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");
        assertThat(mail.get("FromEmailAddress").asText()).isEqualTo("rollcall@example.com");
        assertThat(mail.get("Destination").toString()).isEqualTo("{\"ToAddresses\":[\"" + HOST + "\"]}");
        assertThat(subject(mail)).isEqualTo("Statistics 201, " + day);
        assertThat(text(mail))
                .isEqualTo(
                        """
                        Statistics 201
                        %s, %s to %s (Europe/Zurich)

                        5 people came.
                        Late (2): Ben, Cleo
                        Left early (2): Cleo, Dora
                        Absent (2): Emil, Finn
                        Excused (1): Gus
                        There only a short time (1): Hal
                        Never let in from the waiting room (1): Ivy

                        The report:
                        - json: s3://reports/%s
                        - html (attached): s3://reports/%s
                        - attendance (attached): s3://reports/%s

                        Sent by Rollcall, once for each meeting, when its report was stored.
                        """
                                .formatted(
                                        day,
                                        time.format(start),
                                        time.format(start.plusSeconds(5400)),
                                        key("json", "json"),
                                        key("html", "html"),
                                        key("attendance", "csv")));
        assertThat(html(mail))
                .contains("<html lang=\"en\">", "<h1", ">Statistics 201</h1>", ">Late (2): Ben, Cleo</p>")
                .contains("<li>html (attached): <code>s3://reports/" + key("html", "html") + "</code></li>");
        JsonNode attachments = mail.at("/Content/Simple/Attachments");
        assertThat(attachments).hasSize(2);
        assertThat(attachments.get(0).get("FileName").asText()).isEqualTo("Statistics 201, " + day + ".html");
        assertThat(attachments.get(0).get("ContentDisposition").asText()).isEqualTo("ATTACHMENT");
        assertThat(attachments.get(0).get("ContentType").asText()).isEqualTo("text/html");
        assertThat(new String(attachments.get(0).get("RawContent").binaryValue(), StandardCharsets.UTF_8))
                .isEqualTo("hhhh");
        assertThat(attachments.get(1).get("FileName").asText())
                .isEqualTo("Statistics 201, " + day + ", attendance.csv");
        assertThat(new String(attachments.get(1).get("RawContent").binaryValue(), StandardCharsets.UTF_8))
                .isEqualTo("aaaa");
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void mailsWhatTheFunctionsStore() throws IOException {
        zoom.participants(UUID, "past", 300, 3, Rows.of(3));
        ObjectNode queued = JSON.createObjectNode().put("meeting_id", UUID).put("formats", "json,html");
        queued.set("meeting", meeting);
        try (FinishedReport report = makeReport.make(
                ((ReportEvent) events.readMessage(queued.toString())).request(),
                Deadline.in(Duration.ofMinutes(5), clock))) {
            storeReport.store(report);
        }

        assertThat(deliver(created(ENTRY))).isZero();

        JsonNode mail = mail();
        assertThat(text(mail)).contains("3 people came.", "Late", "Left early", "Absent", "- html (attached): s3://");
        assertThat(mail.at("/Content/Simple/Attachments/0/RawContent").binaryValue())
                .isEqualTo(s3.bytes(s3.keys().stream()
                        .filter(key -> key.endsWith(".html"))
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void namesAHandfulAndCountsTheRest() {
        store(IntStream.range(0, 14)
                .mapToObj(i -> i % 2 == 0 ? "Person " + (char) ('A' + i / 2) : "late")
                .toArray(String[]::new));

        deliver(created(ENTRY));

        assertThat(text(mail()))
                .contains("\nLate (7): Person A, Person B, Person C, Person D, Person E and 2 more\n")
                .contains("\nLeft early: nobody\nAbsent: nobody\n");
    }

    @Test
    void saysSoWhereTheReportHasNoJsonDocument() {
        index("csv");

        deliver(created(ENTRY));

        assertThat(text(mail()))
                .contains("5 people came.", "Who was late, left early or was absent is not known")
                .contains("- csv: s3://reports/");
        assertThat(mail().at("/Content/Simple/Attachments")).isEmpty();
    }

    @Test
    void saysWhichZoneItIsWhereNobodyKnowsTheMeetings() {
        meeting.remove("timezone");
        index("csv");

        deliver(created(ENTRY));

        assertThat(subject(mail())).endsWith(", " + LocalDate.ofInstant(end.minusSeconds(5400), ZoneOffset.UTC));
        assertThat(text(mail())).contains("(UTC; the meeting's own time zone is not known)");
    }

    @Test
    void attachesWhatFitsAndNamesThePlaceOfWhatDoesNot() {
        store(3_500_001);

        deliver(created(ENTRY));

        assertThat(mail().at("/Content/Simple/Attachments")).hasSize(1);
        assertThat(text(mail()))
                .contains("- html (attached): s3://reports/" + key("html", "html"))
                .contains("- attendance (too large to attach): s3://reports/" + key("attendance", "csv"));
    }

    @Test
    void keepsHostileNamesAndTopicsInTheirPlace() {
        meeting.put("topic", "../x\r\nBcc: evil@example.org\u2028<script>alert(1)</script> {page.title} {0}");
        store("<img src=x onerror=alert(1)>\r\nAbsent: everybody\u202e", "late", "{0} '{1}", "late");

        deliver(created(ENTRY));

        JsonNode mail = mail();
        assertThat(subject(mail)).doesNotContain("\r", "\n", "\u2028").startsWith("../x\ufffd\ufffdBcc: evil");
        assertThat(text(mail))
                .contains("{page.title} {0}", "{0} '{1}")
                .doesNotContain("\r", "\u202e", "\u2028")
                .doesNotContain("\nAbsent: everybody", "\nBcc");
        assertThat(html(mail))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<script", "<img");
        assertThat(mail.get("Destination").toString()).isEqualTo("{\"ToAddresses\":[\"" + HOST + "\"]}");
        assertThat(mail.at("/Content/Simple/Attachments/0/FileName").asText())
                .doesNotContain("/", "\\", "<", ":", "\r", "\n", "\ufffd")
                .endsWith(".html");
    }

    /** As documents are with {@code REPORT_REDACT=user_name,email}. */
    @Test
    void countsWhomRedactionLeavesNoNames() {
        store(null, "late", null, "late", null, "absent");

        deliver(created(ENTRY));

        assertThat(text(mail())).contains("\nLate: 2\nLeft early: nobody\nAbsent: 1\n");
    }

    @Test
    void namesNobodyWhomTheDocumentStillNames() throws IOException {
        store("Ada", "late");
        byte[] document = s3.bytes(key("json", "json"));

        AttendanceSummary summary = new AttendanceSummary();
        ReadSummary.read(
                JSON.createParser(new ByteArrayInputStream(document)),
                JSON,
                new Redaction(Set.of("user_name", "email")),
                summary,
                person -> false);

        assertThat(summary.count(AttendanceSummary.Group.LATE)).isEqualTo(1);
        assertThat(summary.names(AttendanceSummary.Group.LATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "host",
                "a b@example.org",
                "a@example.org,b@example.org",
                "A <a@example.org>",
                "a@b\r\nc"
            })
    void mailsNobodyWhereTheHostsAddressIsNotKnown(String address) {
        meeting.put("host_email", address);
        store("Ada", "present");

        assertThat(deliver(created(ENTRY))).isZero();

        assertNotMailed("its host's address is not known");
    }

    @Test
    void leavesOutWhatEndedTooLongAgo() {
        meeting.put("end_time", end.minus(Duration.ofDays(2)).toString());
        store("Ada", "present");

        assertThat(deliver(created(ENTRY))).isZero();

        assertNotMailed("longer ago than MAIL_MAX_AGE");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        meeting.put("topic", "Ada 1:1");
        store("Ada", "present");

        assertThat(deliver(created(ENTRY))).isZero();

        assertNotMailed("REPORT_EXCLUDE");
    }

    @Test
    void isDoneWithAnEntryThatIsGone() {
        assertThat(deliver(created(ENTRY))).isZero();

        assertNotMailed("is not there any more");
    }

    private void assertNotMailed(String reason) {
        assertThat(ses.mails()).isEmpty();
        assertThat(log.text()).contains(reason);
        assertThat(s3.keys()).doesNotContain(CLAIM);
        assertThat(sqs.countMails()).isZero();
        assertThat(sqs.countMailDeadLetters()).isZero();
    }

    @Test
    void countsTheMailsThatAreSent() throws IOException {
        store("Ada", "present");

        try (StandardOutput output = StandardOutput.capture()) {
            deliver(created(ENTRY));

            assertThat(output.metrics())
                    .singleElement()
                    .extracting(metric -> metric.path("MailsSent").asInt())
                    .isEqualTo(1);
        }
        assertThat(log.text()).contains("The report of meeting 93201235621 is mailed as 0107019-ses.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no event",
                "null",
                "[]",
                "{}",
                "{\"detail-type\":\"Object Deleted\",\"detail\":{\"bucket\":{\"name\":\"reports\"},\"object\":{\"key\":\"zoom/index/1/x.json\"}}}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"other\"},\"object\":{\"key\":\"zoom/index/1/x.json\"}}}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"reports\"},\"object\":{\"key\":\"zoom/json/x.json\"}}}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"reports\"},\"object\":{\"key\":\"index/1/x.json\"}}}"
            })
    void givesUpWhatIsNoEventOfTheIndexAndMailsItsNeighbours(String body) {
        store("Ada", "present");

        assertThat(deliver(body, created(ENTRY))).isZero();

        assertDeadLetter(body, "InvalidRequestException", "Object Created");
        assertThat(ses.mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"meeting\":{\"id\":\"93201235621\",\"uuid\":\"another\"},\"documents\":[]}"})
    void givesUpAnEntryThatIsNoReceipt(String entry) {
        s3.put(ENTRY, entry);

        assertThat(deliver(created(ENTRY))).isZero();

        assertDeadLetter(created(ENTRY), "InvalidRequestException", "s3://reports/" + ENTRY);
    }

    @Test
    void refusesWhatIsNoBatch() {
        assertThat(LambdaService.fail("{\"meeting_id\":\"1\"}").name()).isEqualTo("InvalidRequestException");
    }

    @Test
    void keepsAFewNamesOfALargeMeeting() throws IOException {
        int people = 20_000;
        String[] crowd = IntStream.range(0, 2 * people)
                .mapToObj(i -> i % 2 == 0 ? "Person " + i : "late")
                .toArray(String[]::new);
        store(crowd);
        byte[] document = s3.bytes(key("json", "json"));

        AttendanceSummary summary = new AttendanceSummary();
        ReadSummary.read(
                JSON.createParser(new ByteArrayInputStream(document)), JSON, Redaction.NONE, summary, person -> false);

        assertThat(summary.count(AttendanceSummary.Group.LATE)).isEqualTo(people);
        assertThat(summary.names(AttendanceSummary.Group.LATE)).hasSize(AttendanceSummary.NAMED);
    }
}

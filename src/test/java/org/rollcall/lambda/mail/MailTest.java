package org.rollcall.lambda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.lambda.SqsStandIn;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function between stand-ins for SQS, S3 and SES; the test plays S3, EventBridge and Lambda's poller. */
@WithTestResource(SqsStandIn.class)
@WithTestResource(SesStandIn.class)
abstract class MailTest extends ComponentTest {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String UUID = "/ajXp112QmuoKj4854875==";
    static final String NAME = "L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0";
    static final String ENTRY = "zoom/index/93201235621/" + NAME + ".json";
    static final String CLAIM = "zoom/mailed/93201235621/" + NAME + ".json";
    static final String HOST = "host@example.com";
    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    SqsStandIn sqs;
    SesStandIn ses;
    Instant end;
    ObjectNode meeting;

    private Duration ahead;

    @BeforeEach
    void begin() {
        sqs.empty();
        ses.accept();
        ahead = Duration.between(Instant.now(), clock.instant());
        end = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        meeting = JSON.createObjectNode()
                .put("id", ID)
                .put("uuid", UUID)
                .put("topic", "Statistics 201")
                .put("start_time", end.minusSeconds(5400).toString())
                .put("end_time", end.toString())
                .put("timezone", "Europe/Zurich")
                .put("host", "Jill Host")
                .put("host_email", HOST);
    }

    /** Stores a report of these people, as name and status, and its index entry. */
    void store(String... namesAndStatuses) {
        store(4, namesAndStatuses);
    }

    /** The same, whose documents have so many characters. */
    void store(int documentSize, String... namesAndStatuses) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode rows = document.putArray("participants");
        ArrayNode people = JSON.createArrayNode();
        int came = 0;
        for (int i = 0; i < namesAndStatuses.length; i += 2) {
            String status = namesAndStatuses[i + 1];
            came += List.of("absent", "excused", "waiting_room_only").contains(status) ? 0 : 1;
            rows.addObject().put("attendance", "no attendance of ours").put("user_name", namesAndStatuses[i]);
            people.addObject()
                    .put("name", namesAndStatuses[i])
                    .putNull("email")
                    .put("status", status)
                    .putArray("intervals")
                    .addObject()
                    .put("status", "absent");
        }
        document.set("meeting", meeting);
        document.set("attendance", people);
        ObjectNode totals = document.putObject("attendance_totals").put("people", came);
        totals.putObject("statuses").put("present", 0).put("absent", 0).put("excused", 0);
        totals.put("timezone", "Europe/Zurich").put("timezone_known", true);
        s3.put(key("json", "json"), document.toString());
        s3.put(key("html", "html"), "h".repeat(documentSize));
        s3.put(key("attendance", "csv"), "a".repeat(documentSize));
        index("json", "html", "attendance");
    }

    static String key(String format, String extension) {
        return "zoom/" + format + "/date=2026-11-22/93201235621_" + NAME + "." + extension;
    }

    /** Stores the index entry of a report in these formats. */
    void index(String... formats) {
        ObjectNode receipt = JSON.createObjectNode();
        receipt.set("meeting", meeting);
        receipt.put("kind", "meeting")
                .put("type", "past")
                .put("total_records", 7)
                .put("people", 5);
        receipt.put("complete", true);
        ArrayNode documents = receipt.putArray("documents");
        for (String format : formats) {
            String extension = format.equals("attendance") ? "csv" : format;
            documents
                    .addObject()
                    .put("format", format)
                    .put("location", "s3://reports/" + key(format, extension))
                    .put("content_type", "text/" + extension)
                    .put("bytes", 4);
        }
        s3.put(ENTRY, receipt.toString());
        s3.takeRequests();
    }

    /** EventBridge's event of an object that was put there. */
    static String created(String key) {
        return """
                {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created",\
                "source":"aws.s3","account":"111122223333","time":"2026-11-22T10:05:00Z","region":"eu-central-1",\
                "resources":["arn:aws:s3:::reports"],"detail":{"version":"0","bucket":{"name":"reports"},\
                "object":{"key":"%s","size":5,"etag":"b1946ac92492d2347c6235b4d2611184","sequencer":"00617F08299329D189"},\
                "request-id":"N4N7GDK58NMKJ12R","requester":"111122223333","reason":"PutObject"}}"""
                .formatted(key);
    }

    /** Does as Lambda does with a message for each event; answers with how many come back. */
    int deliver(String... events) {
        for (String event : events) {
            sqs.sendMail(event);
        }
        return deliverAgain(events.length).size();
    }

    /** Does as Lambda does with so many messages that can be seen; answers with those that come back. */
    List<String> deliverAgain(int count) {
        List<Message> messages = new ArrayList<>(sqs.receiveMails(count));
        assertThat(messages).hasSize(count);
        List<String> failures = failures(messages);
        messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .forEach(sqs::deleteMail);
        return failures;
    }

    private List<String> failures(List<Message> messages) {
        try {
            JsonNode answer = JSON.readTree(LambdaService.invoke(SqsStandIn.event(messages, ahead))
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            return answer.get("batchItemFailures")
                    .valueStream()
                    .map(failure -> failure.get("itemIdentifier").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only mail that SES was asked to send. */
    JsonNode mail() {
        assertThat(ses.mails()).hasSize(1);
        return ses.mails().get(0);
    }

    static String subject(JsonNode mail) {
        return mail.at("/Content/Simple/Subject/Data").asText();
    }

    static String text(JsonNode mail) {
        return mail.at("/Content/Simple/Body/Text/Data").asText();
    }

    static String html(JsonNode mail) {
        return mail.at("/Content/Simple/Body/Html/Data").asText();
    }

    /** The mail that was given up. */
    void assertDeadLetter(String body, String reason, String detail) {
        List<Message> messages = sqs.receiveMailDeadLetters(1);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).body()).isEqualTo(body);
        assertThat(messages.get(0).messageAttributes().get("reason").stringValue())
                .isEqualTo(reason);
        assertThat(messages.get(0).messageAttributes().get("detail").stringValue())
                .contains(detail)
                .doesNotContain("@");
    }
}

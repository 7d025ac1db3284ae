package org.rollcall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.lambda.SqsStandIn;
import org.rollcall.lambda.WebhookRequest;
import org.rollcall.lambda.mail.SesStandIn;
import org.rollcall.packaged.LambdaRuntimeApi.Answer;
import org.rollcall.packaged.PackagedFunction;
import org.rollcall.query.SavedQueries;
import org.rollcall.store.S3StandIn;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The main job on this machine: the packaged function fetches a meeting and leaves the report in a directory, first
 * because someone asks for it, then because Zoom says that the meeting is over; then the report is mailed, and queried.
 * Zoom is the real one where {@code ZOOM_ACCOUNT_ID} is set, which is asked alone; else a stand-in.
 */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OPERATORS = List.of(
            "ZOOM_ACCOUNT_ID",
            "ZOOM_CLIENT_ID",
            "ZOOM_CLIENT_SECRET",
            "ZOOM_API_URL",
            "ZOOM_OAUTH_URL",
            "REPORT_DESTINATION",
            "REPORT_FORMATS",
            "REPORT_REDACT",
            "AWS_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_S3");

    private static final Path REPORTS = Path.of("target", "reports").toAbsolutePath();
    private static final String DESTINATION = REPORTS.toUri().toString();

    private final Map<String, String> settings = new HashMap<>();

    private Demo() {
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("QUARKUS_LOG_CONSOLE_FORMAT", "%m%n");
        settings.put("QUARKUS_LOG_LEVEL", "WARN");
        settings.put("QUARKUS_LOG_CATEGORY__ORG_ROLLCALL__LEVEL", "DEBUG");
        settings.put("REPORT_DESTINATION", DESTINATION);
        settings.put("REPORT_FORMATS", "json,csv,attendance,html,xlsx,people,ndjson");
        for (String name : OPERATORS) {
            if (System.getenv(name) != null) {
                settings.put(name, System.getenv(name));
            }
        }
    }

    /** @param arguments the meeting's ID or UUID; none for the sample meeting */
    public static void main(String[] arguments) throws IOException, SQLException {
        String meetingId = arguments.length > 0 && arguments[0] != null ? arguments[0] : "";
        Demo demo = new Demo();
        if (demo.settings.containsKey("ZOOM_ACCOUNT_ID")) {
            demo.askYourOwnZoom(meetingId);
        } else {
            demo.askTheStandIn(meetingId.isEmpty() ? SampleMeeting.ID : meetingId);
        }
    }

    private void askYourOwnZoom(String meetingId) throws IOException {
        if (meetingId.isEmpty()) {
            throw new IllegalArgumentException("Name a meeting: -Dmeeting=ID");
        }
        say("Zoom is your own account's.");
        report(meetingId);
    }

    private void askTheStandIn(String meetingId) throws IOException, SQLException {
        try (StandInZoom zoom = new StandInZoom()) {
            settings.put("ZOOM_ACCOUNT_ID", "stand-in");
            settings.put("ZOOM_CLIENT_ID", "stand-in");
            settings.put("ZOOM_CLIENT_SECRET", "stand-in");
            settings.put("ZOOM_API_URL", zoom.apiUrl());
            settings.put("ZOOM_OAUTH_URL", zoom.oauthUrl());
            say("Zoom is a stand-in at " + zoom.apiUrl() + "; set ZOOM_ACCOUNT_ID and its kin to ask your own.");
            say("");
            say("1. Someone asks for a meeting's report.");
            report(meetingId);
            meetingEnds();
            query(meetingId);
            mail(zoom, meetingId);
            zoom.switchOffDashboard();
            say("");
            say("5. Zoom's dashboard is off, as on a Pro plan: the report comes from Zoom's reports.");
            settings.put(
                    "REPORT_DESTINATION",
                    REPORTS.resolve("without-dashboard").toUri().toString());
            report(meetingId);
        }
    }

    private void report(String meetingId) throws IOException {
        JsonNode receipt = invoke(
                "report", JSON.createObjectNode().put("meeting_id", meetingId).toString());
        say("   receipt: source " + receipt.path("source").asText()
                + ", type " + receipt.path("type").asText()
                + ", total_records " + receipt.path("total_records")
                + ", people " + receipt.path("people")
                + ", zoom_calls " + receipt.path("zoom_calls")
                + ", complete " + receipt.path("complete"));
        for (JsonNode document : receipt.path("documents")) {
            say(String.format(
                    "   %-10s %,9d bytes  %s",
                    document.path("format").asText(),
                    document.path("bytes").asLong(),
                    document.path("location").asText()));
        }
    }

    private void meetingEnds() throws IOException {
        say("");
        say("2. Nobody asks: Zoom says that the meeting is over.");
        SqsStandIn sqs = new SqsStandIn();
        try {
            Map<String, String> queues = sqs.start();
            settings.put("AWS_ENDPOINT_URL_SQS", queues.get("aws.endpoint-url-sqs"));
            settings.put("REPORT_QUEUE_URL", queues.get("report.queue-url"));
            settings.put("REPORT_DEAD_LETTER_QUEUE_URL", queues.get("report.dead-letter-queue-url"));
            settings.put("REPORT_DELAY", "PT0S");
            settings.put("ZOOM_WEBHOOK_SECRET_TOKEN", WebhookRequest.SECRET);
            byte[] body = SampleMeeting.ended().getBytes(StandardCharsets.UTF_8);
            JsonNode answer =
                    invoke("webhook", WebhookRequest.signed(body, Instant.now()).toString());
            say("   Zoom is answered " + answer.path("statusCode") + ".");
            List<Message> messages = sqs.receive(1);
            say("   message: " + messages.get(0).body());
            JsonNode failures = invoke("queue", SqsStandIn.event(messages, Duration.ZERO));
            say("   batch item failures: " + failures.path("batchItemFailures").size());
        } finally {
            sqs.stop();
        }
    }

    /** What a saved query of Athena's answers, by DuckDB. */
    private void query(String meetingId) throws IOException, SQLException {
        boolean isQueried =
                Files.isDirectory(REPORTS.resolve("people")) && Files.isDirectory(REPORTS.resolve("ndjson"));
        if (!settings.get("REPORT_DESTINATION").equals(DESTINATION) || !isQueried) {
            return;
        }
        say("");
        say("3. A saved query over all reports: the minutes of each person. The first of them:");
        try (SavedQueries queries = new SavedQueries(REPORTS)) {
            List<Map<String, Object>> people =
                    queries.ask("Minutes of each person", meetingId, "2000-01-01", "2999-12-31");
            people.stream().limit(3).forEach(person -> say("   " + person));
        }
    }

    /** The meeting of yesterday, because nobody is mailed about an old one. */
    private void mail(StandInZoom zoom, String meetingId) throws IOException {
        say("");
        say("4. The report is stored in a bucket, and its host gets a mail.");
        Map<String, String> before = Map.copyOf(settings);
        S3StandIn s3 = new S3StandIn();
        SesStandIn ses = new SesStandIn();
        try {
            settings.putAll(s3.environment());
            settings.put("AWS_ENDPOINT_URL_SESV2", ses.startToAccept());
            settings.put("MAIL_FROM", "rollcall@example.edu");
            settings.put("MAIL_TO", "host");
            zoom.meetsOn(LocalDate.now(ZoneOffset.UTC).minusDays(1));
            report(meetingId);
            for (String key : s3.keys()) {
                if (key.startsWith("zoom/index/")) {
                    invoke("mail", stored(key));
                }
            }
            for (JsonNode mail : ses.mails()) {
                JsonNode message = mail.path("Content").path("Simple");
                Path file = REPORTS.resolve("mail.html");
                Files.createDirectories(REPORTS);
                Files.writeString(
                        file, message.path("Body").path("Html").path("Data").asText());
                say("   to " + mail.path("Destination").path("ToAddresses") + ": "
                        + message.path("Subject").path("Data").asText());
                say("   attached: " + message.path("Attachments").findValuesAsText("FileName"));
                say("   " + file.toUri());
            }
        } finally {
            ses.stop();
            s3.stop();
            settings.clear();
            settings.putAll(before);
        }
    }

    /** EventBridge's event that an object was created, as a message of SQS's. */
    private static String stored(String key) {
        ObjectNode event =
                JSON.createObjectNode().put("detail-type", "Object Created").put("source", "aws.s3");
        ObjectNode detail = event.putObject("detail");
        detail.putObject("bucket").put("name", S3StandIn.BUCKET);
        detail.putObject("object").put("key", key);
        Message message = Message.builder()
                .messageId("1")
                .receiptHandle("1")
                .body(event.toString())
                .attributes(Map.of(
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        Long.toString(Instant.now().toEpochMilli()),
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        "1"))
                .build();
        return SqsStandIn.event(List.of(message), Duration.ZERO);
    }

    private JsonNode invoke(String handler, String event) throws IOException {
        settings.put("QUARKUS_LAMBDA_HANDLER", handler);
        try (PackagedFunction function = PackagedFunction.start(settings)) {
            say("   target/function.zip (" + (function.isNative() ? "native" : "JVM") + "), handler " + handler);
            Answer answer = function.invoke(event);
            function.log().lines().filter(line -> !line.startsWith("{")).forEach(line -> say("   | " + line));
            if (answer.failed()) {
                throw new IllegalStateException(answer.errorType() + ": " + answer.errorMessage());
            }
            return JSON.readTree(answer.body());
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

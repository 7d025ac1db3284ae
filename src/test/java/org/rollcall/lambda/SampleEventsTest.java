package org.rollcall.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;

/** Every event of {@code events/}, handed to the handler whose name it begins with, at the time when it was signed. */
@QuarkusTest
@TestProfile(SampleEventsTest.Profile.class)
@WithTestResource(SqsStandIn.class)
class SampleEventsTest extends ComponentTest {
    private static final Path EVENTS = Path.of("events");
    private static final Instant SIGNED = Instant.ofEpochSecond(1_795_500_000);
    private static final String UUID = "/ajXp112QmuoKj4854875==";

    /** The file; what Zoom is asked for; what the answer has; what there is then of objects, messages, dead letters. */
    private static final String SAMPLES =
            """
            report-by-number.json             | 93201235621 past registrant_id | "format":"json"               | 2   | 0 | 0
            report-by-uuid.json               | /ajXp112QmuoKj4854875== past registrant_id | "format":"ndjson"             | 3   | 0 | 0
            report-returned.json              | 93201235621 past registrant_id | {"participants":[             | 0   | 0 | 0
            report-eventbridge.json           | 93201235621 past registrant_id | "format":"csv"                | 2   | 0 | 0
            report-zoom-meeting-ended.json    | /ajXp112QmuoKj4854875== past registrant_id | "id":"93201235621"            | 2   | 0 | 0
            report-bad-type.json              | ''                                          | InvalidRequestException: type is unknown.        | 0   | 0 | 0
            report-bad-meeting-id.json        | ''                                          | InvalidRequestException: meeting_id is neither       | 0   | 0 | 0
            api-json.json                     | 93201235621 past registrant_id | {\\"participants\\":[         | 0   | 0 | 0
            api-csv-gzip.json                 | 93201235621 past registrant_id | "content-encoding":"gzip"     | 0   | 0 | 0
            api-accept-ndjson.json            | 93201235621 past registrant_id | application/x-ndjson          | 0   | 0 | 0
            api-uuid-in-query.json            | /ajXp112QmuoKj4854875== past registrant_id | {\\"participants\\":[         | 0   | 0 | 0
            api-uuid-in-path.json             | /ajXp112QmuoKj4854875== past registrant_id | {\\"participants\\":[         | 0   | 0 | 0
            api-function-url.json             | /ajXp112QmuoKj4854875== past registrant_id | {\\"participants\\":[         | 0   | 0 | 0
            api-zoom-path.json                | 93201235621 past registrant_id              | "content-encoding":"gzip"     | 0   | 0 | 0
            api-zoom-path-v2-live.json        | 93201235621 live                            | {\\"participants\\":[         | 0   | 0 | 0
            api-instances.json                | ''                                          | {\\"instances\\":[           | 0   | 0 | 0
            api-bad-type.json                 | ''                                          | "statusCode":400              | 0   | 0 | 0
            api-bad-path.json                 | ''                                          | "statusCode":404              | 0   | 0 | 0
            webhook-meeting-ended.json        | ''                                          | "statusCode":204              | 0   | 1 | 0
            webhook-meeting-ended-base64.json | ''                                          | "statusCode":204              | 0   | 1 | 0
            webhook-url-validation.json       | ''                                          | \\"encryptedToken\\":         | 0   | 0 | 0
            webhook-forged.json               | ''                                          | "statusCode":401              | 0   | 0 | 0
            webhook-unsigned.json             | ''                                          | "statusCode":401              | 0   | 0 | 0
            queue-one.json                    | /ajXp112QmuoKj4854875== past registrant_id | "batchItemFailures":[]        | 2   | 0 | 0
            queue-batch.json                  | /ajXp112QmuoKj4854875== past registrant_id,85746065432 past registrant_id | "batchItemFailures":[]      | 4   | 0 | 1
            queue-twice.json                  | /ajXp112QmuoKj4854875== past registrant_id | "batchItemFailures":[]        | 2   | 0 | 0
            reconcile-schedule.json           | ''                                          | "days":2,                     | 2   | 0 | 0
            reconcile-range.json              | ''                                          | "days":22,                    | 22  | 0 | 0
            reconcile-bad-range.json          | ''                                          | InvalidRequestException: to is before from.          | 0   | 0 | 0
            reconcile-continuation.json       | ''                                          | "batchItemFailures":[]        | 175 | 0 | 0
            privacy-find.json                 | ''                                          | "complete":true               | 0   | 0 | 0
            privacy-find-by-name.json         | ''                                          | "complete":true               | 0   | 0 | 0
            privacy-erase.json                | ''                                          | "versions_deleted":0          | 1   | 0 | 0
            privacy-bad-field.json            | ''                                          | InvalidRequestException: find has a field that is not understood. | 0   | 0 | 0
            mail-stored.json                  | ''                                          | "batchItemFailures":[]        | 0   | 0 | 0
            """;

    SqsStandIn sqs;

    @Inject
    @Any
    Instance<RequestStreamHandler> handlers;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "zoom.webhook-secret-token",
                    WebhookRequest.SECRET,
                    "zoom.lists-per-minute",
                    "1000000",
                    "mail.from",
                    "rollcall@example.edu",
                    "mail.to",
                    "host");
        }
    }

    @BeforeEach
    void begin() {
        sqs.empty();
        clock.advance(Duration.between(clock.instant(), SIGNED));
        zoom.meeting(ID, "past", 300, Rows.of(2));
        zoom.meeting(ID, "live", 300, Rows.of(2));
        zoom.meeting(UUID, "past", 300, Rows.of(2));
        zoom.meeting("85746065432", "past", 300, Rows.of(2));
        zoom.always(
                get(urlPathEqualTo("/v2/metrics/meetings")),
                ZoomStandIn.json("{\"next_page_token\":\"\",\"meetings\":[]}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = SAMPLES)
    void doesWhatItsTableSays(String file, String asked, String answer, int stored, int queued, int deadLetters)
            throws IOException {
        assertThat(handle(file)).contains(answer);
        assertThat(String.join(",", asked())).isEqualTo(asked);
        assertThat(s3.documents()).hasSize(stored);
        assertThat(sqs.count()).isEqualTo(queued);
        assertThat(sqs.countDeadLetters()).isEqualTo(deadLetters);
    }

    @Test
    void noneIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .filteredOn(name -> !name.equals("env.json"))
                    .containsExactlyInAnyOrderElementsOf(
                            SAMPLES.lines().map(line -> line.split(" ")[0]).toList());
        }
    }

    private String handle(String file) throws IOException {
        String handler = file.substring(0, file.indexOf('-'));
        try {
            return LambdaService.invoke(
                    handlers.select(NamedLiteral.of(handler)).get(), Files.readString(EVENTS.resolve(file)), 60_000);
        } catch (RuntimeException e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    /** Of each call for a first page the meeting, its type and the fields included. */
    private List<String> asked() {
        return zoom.requests().stream()
                .filter(request -> request.getUrl().contains("/participants?"))
                .map(request -> (decode(decode(request.getUrl().replaceAll(".*/meetings/(.*)/participants.*", "$1")))
                                + " " + parameter(request, "type")
                                + " " + parameter(request, "include_fields"))
                        .strip())
                .toList();
    }

    private static String parameter(LoggedRequest request, String name) {
        return request.queryParameter(name).isPresent()
                ? request.queryParameter(name).firstValue()
                : "";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

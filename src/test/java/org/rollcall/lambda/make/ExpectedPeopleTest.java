package org.rollcall.lambda.make;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.LambdaService;
import org.rollcall.zoom.ZoomStandIn;
import org.rollcall.zoom.api.Rows;

/** Who should have been there, and when. */
@QuarkusTest
class ExpectedPeopleTest extends ComponentTest {
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final MappingBuilder REGISTRANTS = get(urlPathEqualTo("/v2/meetings/" + ID + "/registrants"));
    private static final MappingBuilder SCHEDULE = get(urlPathEqualTo("/v2/meetings/" + ID));

    @Test
    void aRosterInTheBucketNamesThem() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.put("zoom/rosters/" + ID + ".csv", "name,email\nAda,ada@example.edu\n,P1@EXAMPLE.COM\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"attendance\"}")
                .body("people", equalTo(3));

        assertThat(attendance())
                .anyMatch(line -> line.startsWith("Ada,ada@example.edu,") && line.contains(",absent,"))
                .anyMatch(line -> line.contains("p0@example.com") && line.contains("not on the roster"));
    }

    @Test
    void theEventCountsMoreThanTheRoster() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.put("zoom/rosters/" + ID + ".csv", "name,email\nAda,ada@example.edu\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID
                + "\",\"formats\":\"attendance\",\"expected\":[{\"name\":\"Bob\",\"email\":\"bob@example.edu\"}]}");

        assertThat(attendance()).anyMatch(line -> line.startsWith("Bob,")).noneMatch(line -> line.startsWith("Ada,"));
    }

    @Test
    void aRosterThatCannotBeReadIsNamedAndTheReportStored() {
        zoom.meeting(ID, "past", 300, Rows.of(2));
        s3.put("zoom/rosters/" + ID + ".csv", "group\nA\n");

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"attendance\"}");

        assertThat(attendance()).hasSize(3);
        assertThat(log.text()).contains("without the roster", "rosters/" + ID + ".csv", "line 1");
    }

    @Test
    void registrantsAreAskedForWhereRowsHaveTheirIds() {
        zoom.meeting(
                ID,
                "past",
                300,
                List.of(Rows.row(0).replace("\"id\":\"id-0\"", "\"id\":\"\",\"registrant_id\":\"r-0\"")));
        zoom.always(
                REGISTRANTS,
                ZoomStandIn.json(
                        """
                        {"registrants":[{"id":"r-0","email":"other@example.org","first_name":"Zero","last_name":"Null"},
                        {"id":"r-1","email":"ada@example.edu","first_name":"Ada","last_name":"Lovelace"}],"next_page_token":""}"""));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"attendance\"}");

        assertThat(attendance())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("Ada Lovelace,ada@example.edu,") && line.contains(",absent,"));
    }

    @Test
    void registrantsThatTheAppMayNotReadAreDoneWithout() {
        zoom.meeting(ID, "past", 300, List.of(Rows.row(0).replace("\"id\":\"id-0\"", "\"registrant_id\":\"r-0\"")));
        zoom.always(REGISTRANTS, ZoomStandIn.error(400, 4711, "Invalid access token, does not contain scopes."));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\",\"formats\":\"attendance\"}");

        assertThat(attendance()).hasSize(2).noneMatch(line -> line.contains("absent"));
    }

    @Test
    void withoutRegistrantsNobodyAsksForThem() {
        zoom.meeting(ID, "past", 300, Rows.of(2));

        LambdaService.succeed("{\"meeting_id\":\"" + ID + "\"}");

        assertThat(zoom.count(REGISTRANTS)).isZero();
        assertThat(zoom.count(SCHEDULE)).isZero();
    }

    @Test
    void lateIsCountedFromTheOccurrenceNearestToTheStart() {
        zoom.meeting(UUID, "past", 300, Rows.of(1))
                .details(UUID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID))
                .always(
                        SCHEDULE,
                        ZoomStandIn.json(
                                """
                                {"timezone":"Europe/Paris","occurrences":[
                                {"start_time":"2026-11-15T08:50:00Z","duration":70,"status":"available"},
                                {"start_time":"2026-11-22T08:50:00Z","duration":70,"status":"available"}]}"""));

        LambdaService.succeed(
                """
                {"event":"meeting.ended","payload":{"object":{"id":"%s","uuid":"%s","type":8}}}"""
                        .formatted(ID, UUID));

        String json = s3.text(s3.documents().stream()
                .filter(key -> key.contains("/json/"))
                .findFirst()
                .orElseThrow());
        assertThat(json)
                .contains(
                        "\"late_minutes\":10,",
                        "\"status\":\"late\"",
                        "\"counted_from\":\"schedule\"",
                        "\"timezone\":\"Europe/Paris\"",
                        "\"timezone_known\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'timezone':'Mars/Olympus' | timezone is unknown",
                "'scheduled_start':'nine' | scheduled_start is not a time",
                "'scheduled_start':'2026-11-22T10:00:00Z','scheduled_end':'2026-11-22T09:00:00Z' | scheduled_end is not",
                "'expected':'Ada' | expected is not a list",
                "'expected':[{'name':' '}] | expected[0] has no name"
            })
    void badInputIsRefusedByItsName(String fields, String message) {
        String event = "{\"meeting_id\":\"" + ID + "\"," + fields.replace('\'', '"') + "}";

        assertThat(fail(event).message()).startsWith(message);
        assertThat(zoom.calls()).isEmpty();
    }

    @Test
    void aReportThatIsMadeAgainKeepsItsTimeZone() {
        zoom.meeting(UUID, "past", 300, Rows.of(1))
                .details(UUID, "past", Rows.details(ID).replace("uuid/of+" + ID + "==", UUID));
        LambdaService.succeed("{\"meeting_id\":\"" + UUID + "\",\"timezone\":\"Asia/Tokyo\"}")
                .body("meeting.timezone", equalTo("Asia/Tokyo"));

        LambdaService.succeed("{\"meeting_id\":\"" + UUID + "\",\"formats\":\"attendance\"}")
                .body("meeting.timezone", equalTo("Asia/Tokyo"));

        assertThat(attendance()).anyMatch(line -> line.contains("2026-11-22 18:00:00"));
    }

    private List<String> attendance() {
        String key = s3.documents().stream()
                .filter(each -> each.contains("/attendance/"))
                .findFirst()
                .orElseThrow();
        return s3.text(key).lines().toList();
    }
}

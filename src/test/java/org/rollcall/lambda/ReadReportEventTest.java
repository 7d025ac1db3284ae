package org.rollcall.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;
import org.rollcall.report.ReportRequest;

class ReadReportEventTest {
    private static final String ID = "93201235621";
    private static final String UUID = "/ajXp112QmuoKj4854875==";

    private final ReadReportEvent events = new ReadReportEvent(
            new ObjectMapper(),
            new Formats(List.of(new JsonFormat(), new CsvFormat(), new NdjsonFormat()), "json,csv", Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meeting_id\":\"93201235621\"}",
                "{\"meetingId\":\"93201235621\"}",
                "{\"meeting_id\":93201235621}",
                "{\"meetingId\":93201235621}",
                "{\"meeting_id\":\"932 0123 5621\"}",
                "{\"meeting_id\":null,\"meetingId\":\"93201235621\"}",
                "{\"meeting_id\":\"93201235621\",\"type\":null,\"formats\":null,\"deliver\":null,\"include_fields\":null}",
                "{\"meeting_id\":\"93201235621\",\"formats\":[],\"include_fields\":[],\"unknown\":{}}",
                "{\"meeting_id\":\"93201235621\",\"type\":\"auto\",\"deliver\":\"store\"}"
            })
    void needsNothingButAMeeting(String event) throws IOException {
        assertThat(read(event))
                .isEqualTo(new ReportEvent(
                        new ReportRequest(ID, MeetingType.AUTO, null, List.of("json", "csv"), null), true));
    }

    @Test
    void takesAllThatItAccepts() throws IOException {
        assertThat(
                        read(
                                """
                {"meeting_id":"/ajXp112QmuoKj4854875==","type":"pastOne","include_fields":["registrant_id"],
                "formats":["ndjson","json","ndjson"],"deliver":"store"}"""))
                .isEqualTo(new ReportEvent(
                        new ReportRequest(
                                UUID, List.of(MeetingType.PAST_ONE), "registrant_id", List.of("ndjson", "json"), null),
                        true));
    }

    @Test
    void takesListsAsOneStringToo() throws IOException {
        ReportRequest request =
                read("{\"meeting_id\":\"1\",\"formats\":\"csv, json\",\"include_fields\":\"registrant_id,x\"}")
                        .request();

        assertThat(request.formats()).containsExactly("csv", "json");
        assertThat(request.includeFields()).isEqualTo("registrant_id,x");
    }

    @Test
    void answersWithJsonWhereTheReportIsToBeReturned() throws IOException {
        ReportEvent event = read("{\"meeting_id\":\"1\",\"deliver\":\"return\",\"formats\":[\"csv\"]}");

        assertThat(event.store()).isFalse();
        assertThat(event.request().formats()).containsExactly("json");
    }

    @ParameterizedTest
    @CsvSource({"past,PAST", "pastOne,PAST_ONE", "live,LIVE"})
    void looksForOneType(String type, MeetingType expected) throws IOException {
        assertThat(read("{\"meeting_id\":\"1\",\"type\":\"" + type + "\"}")
                        .request()
                        .types())
                .containsExactly(expected);
    }

    @Test
    void looksInsideAnEventBridgeEnvelope() throws IOException {
        ReportRequest request = read(sample("report-eventbridge.json")).request();

        assertThat(request.meetingId()).isEqualTo(ID);
        assertThat(request.includeFields()).isEqualTo("registrant_id");
        assertThat(request.formats()).containsExactly("json", "csv");
        assertThat(request.types()).isEqualTo(MeetingType.AUTO);
    }

    @Test
    void understandsZoomsOwnEvent() throws IOException {
        ReportEvent event = read(sample("report-zoom-meeting-ended.json"));

        assertThat(event.store()).isTrue();
        assertThat(event.request())
                .isEqualTo(new ReportRequest(
                        UUID,
                        MeetingType.ENDED,
                        null,
                        List.of("json", "csv"),
                        new Meeting(
                                ID,
                                UUID,
                                "Weekly réunion — 🎓",
                                Instant.parse("2026-11-22T09:00:00Z"),
                                Instant.parse("2026-11-22T10:01:12Z"),
                                "Europe/Paris")));
    }

    @Test
    void understandsZoomsOwnEventInsideAnEnvelope() throws IOException {
        String event = "{\"detail-type\":\"x\",\"detail\":" + sample("report-zoom-meeting-ended.json") + "}";

        assertThat(read(event)).isEqualTo(read(sample("report-zoom-meeting-ended.json")));
    }

    @Test
    void asksByTheNumberWhereZoomsEventHasNoUuid() throws IOException {
        ReportRequest request =
                read("""
                {"event":"meeting.ended","payload":{"object":{"id":93201235621,"uuid":null,"topic":7}}}""")
                        .request();

        assertThat(request.meetingId()).isEqualTo(ID);
        assertThat(request.known()).isEqualTo(new Meeting(ID, null, "7", null, null, null));
    }

    @Test
    void takesWhatIsKnownOfTheMeeting() throws IOException {
        assertThat(read("{\"meeting_id\":\"1\",\"meeting\":{\"id\":\"2\",\"uuid\":\"u\",\"start_time\":\"never\"}}")
                        .request()
                        .known())
                .isEqualTo(new Meeting("2", "u", null, null, null, null));
        assertThat(read("{\"meeting_id\":\"1\",\"meeting\":{\"uuid\":\"u\"}}")
                        .request()
                        .known()
                        .id())
                .isEqualTo("u");
        assertThat(read("{\"meeting_id\":\"1\",\"meeting\":{}}")
                        .request()
                        .known()
                        .id())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"meeting_id":["1"]}                                   | meeting_id is neither a string nor an integer.
                    {"meeting_id":{"id":"1"}}                              | meeting_id is neither
                    {"meeting_id":true}                                    | meeting_id is neither
                    {"meeting_id":1.5}                                     | meeting_id is neither
                    {"meetingId":[]}                                       | meetingId is neither
                    {}                                                     | meeting_id is missing or empty.
                    {"meeting_id":null}                                    | meeting_id is missing or empty.
                    {"meeting_id":""}                                      | meeting_id is missing or empty.
                    {"meeting_id":"  "}                                    | meeting_id is missing or empty.
                    {"meetingId":""}                                       | meetingId is missing or empty.
                    {"meeting_id":".."}                                    | meeting_id is not a meeting's.
                    {"meeting_id":"1","type":"yesterday"}                  | type is unknown. It accepts auto, past, pastOne or live.
                    {"meeting_id":"1","type":"PAST"}                       | type is unknown.
                    {"meeting_id":"1","type":""}                           | type is unknown.
                    {"meeting_id":"1","type":1}                            | type is not a string.
                    {"meeting_id":"1","type":["past"]}                     | type is not a string.
                    {"meeting_id":"1","formats":"pdf"}                     | formats is not a format. It accepts csv, json, ndjson.
                    {"meeting_id":"1","formats":["json","xml"]}            | formats is not a format.
                    {"meeting_id":"1","formats":[1]}                       | formats is not a string.
                    {"meeting_id":"1","formats":{"json":true}}             | formats is not a string.
                    {"meeting_id":"1","include_fields":["a&b"]}            | include_fields is malformed.
                    {"meeting_id":"1","include_fields":7}                  | include_fields is not a string.
                    {"meeting_id":"1","deliver":"mail"}                    | deliver is unknown. It accepts store or return.
                    {"meeting_id":"1","deliver":false}                     | deliver is not a string.
                    "93201235621"                                          | The event is not a JSON object.
                    ["93201235621"]                                        | The event is not a JSON object.
                    93201235621                                            | The event is not a JSON object.
                    null                                                   | The event is not a JSON object.
                    true                                                   | The event is not a JSON object.
                    {"detail-type":"x","detail":"1"}                       | The event is not a JSON object.
                    {"detail-type":"x","detail":{}}                        | meeting_id is missing or empty.
                    {"meeting_id":                                         | The event is not JSON.
                    meeting_id=1                                           | The event is not JSON.
                    {"event":"meeting.started","payload":{"object":{"id":"1"}}} | event is not one a report is made of. It accepts meeting.ended.
                    {"payload":{"object":{"id":"1"}}}                      | event is not one
                    {"event":"meeting.ended","payload":{"object":{}}}      | payload.object.id is missing or empty.
                    {"event":"meeting.ended","payload":{"object":{"uuid":""}}} | payload.object.id is missing or empty.
                    {"event":"meeting.ended","payload":{"object":"x"}}     | payload.object.id is missing or empty.
                    """,
            quoteCharacter = '`')
    void namesWhatIsWrongAndWhatItAccepts(String event, String message) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesAnEmptyEvent() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("The event is not a JSON object.");
    }

    private ReportEvent read(String event) throws IOException {
        return events.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("events", name));
    }
}

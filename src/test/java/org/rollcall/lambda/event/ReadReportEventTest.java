package org.rollcall.lambda.event;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.format.CsvFormat;
import org.rollcall.format.JsonFormat;
import org.rollcall.format.NdjsonFormat;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingId;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.MeetingType;
import org.rollcall.report.Source;
import org.rollcall.settings.TestSettings;
import org.rollcall.zoom.source.MeetingQuery;

class ReadReportEventTest {
    private static final String ID = "93201235621";
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final ReportFormat JSON = new JsonFormat();
    private static final ReportFormat CSV = new CsvFormat();
    private static final ReportFormat NDJSON = new NdjsonFormat();

    private final ReadReportEvent events = new ReadReportEvent(
            new ObjectMapper(), new Formats(List.of(JSON, CSV, NDJSON), TestSettings.of("REPORT_FORMATS", "json,csv")));

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
                        new ReportRequest(query(ID, MeetingType.AUTO, "registrant_id", null), List.of(JSON, CSV)),
                        true,
                        null));
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
                                query(UUID, List.of(MeetingType.PAST_ONE), "registrant_id", null),
                                List.of(NDJSON, JSON)),
                        true,
                        null));
    }

    @Test
    void takesListsAsOneStringToo() throws IOException {
        ReportRequest request =
                read("{\"meeting_id\":\"1\",\"formats\":\"csv, json\",\"include_fields\":\"registrant_id,x\"}")
                        .request();

        assertThat(request.formats()).containsExactly(CSV, JSON);
        assertThat(request.query().includeFields()).isEqualTo("registrant_id,x");
    }

    @Test
    void answersWithJsonWhereTheReportIsToBeReturned() throws IOException {
        ReportEvent event = read("{\"meeting_id\":\"1\",\"deliver\":\"return\",\"formats\":[\"csv\"]}");

        assertThat(event.store()).isFalse();
        assertThat(event.request().formats()).containsExactly(JSON);
    }

    @ParameterizedTest
    @CsvSource({"past,PAST", "pastOne,PAST_ONE", "live,LIVE"})
    void looksForOneType(String type, MeetingType expected) throws IOException {
        assertThat(read("{\"meeting_id\":\"1\",\"type\":\"" + type + "\"}")
                        .request()
                        .query()
                        .types())
                .containsExactly(expected);
    }

    @Test
    void looksInsideAnEventBridgeEnvelope() throws IOException {
        ReportRequest request = read(sample("report-eventbridge.json")).request();

        assertThat(request.query().id().text()).isEqualTo(ID);
        assertThat(request.query().includeFields()).isEqualTo("registrant_id");
        assertThat(request.formats()).containsExactly(JSON, CSV);
        assertThat(request.query().types()).isEqualTo(MeetingType.AUTO);
    }

    @Test
    void understandsZoomsOwnEvent() throws IOException {
        ReportEvent event = read(sample("report-zoom-meeting-ended.json"));

        assertThat(event.store()).isTrue();
        assertThat(event.request())
                .isEqualTo(new ReportRequest(
                        query(
                                UUID,
                                MeetingType.ENDED,
                                "registrant_id",
                                new Meeting(
                                        MeetingKind.MEETING,
                                        ID,
                                        UUID,
                                        "Weekly réunion — 🎓",
                                        Instant.parse("2026-11-22T09:00:00Z"),
                                        Instant.parse("2026-11-22T10:01:12Z"),
                                        "Europe/Paris",
                                        null,
                                        null,
                                        null,
                                        8)),
                        List.of(JSON, CSV)));
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

        assertThat(request.query().id().text()).isEqualTo(ID);
        assertThat(request.query().known()).isEqualTo(new Meeting(ID, null, "7", null, null, null));
    }

    @Test
    void doesNotTakeTheWordOfADirectEventForWhatTheMeetingIs() throws IOException {
        MeetingQuery query = read("{\"meeting_id\":\"1\",\"meeting\":{\"id\":\"2\",\"uuid\":\"u\"}}")
                .request()
                .query();

        assertThat(query.known()).isNull();
        assertThat(query.trusted()).isFalse();
    }

    @Test
    void takesAMessagesWordForWhatTheMeetingIs() {
        assertThat(known("{\"id\":\"2\",\"uuid\":\"u\",\"start_time\":\"never\"}"))
                .isEqualTo(new Meeting("2", "u", null, null, null, null));
        assertThat(known("{\"uuid\":\"u\"}").id()).isEqualTo("u");
        assertThat(known("{}").id()).isEqualTo("1");
        assertThat(known("{\"participants\":3,\"type\":8,\"host\":\"Ada\",\"host_email\":\"ada@example.org\"}"))
                .isEqualTo(new Meeting(
                        MeetingKind.MEETING, "1", null, null, null, null, null, "Ada", "ada@example.org", 3, 8));
    }

    @Test
    void aMessageIsAboutWhatHasEndedWhateverItSays() {
        ReportEvent event = (ReportEvent)
                events.readMessage(
                        """
                {"webinar_id":"1","type":"live","deliver":"return","formats":"ndjson","source":"report",
                "not_before":"2026-11-22T10:00:00Z"}""");

        assertThat(event)
                .isEqualTo(new ReportEvent(
                        new ReportRequest(
                                new MeetingQuery(
                                        new MeetingId(MeetingKind.WEBINAR, "1"),
                                        MeetingType.ENDED,
                                        List.of(Source.REPORT),
                                        null,
                                        null,
                                        true,
                                        false),
                                List.of(JSON, CSV)),
                        true,
                        Instant.parse("2026-11-22T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"webinar_id\":\"93201235621\"}",
                "{\"webinarId\":93201235621}",
                "{\"meeting_id\":null,\"webinarId\":\"932 0123 5621\"}"
            })
    void takesAWebinar(String event) throws IOException {
        assertThat(read(event).request().query().id()).isEqualTo(new MeetingId(MeetingKind.WEBINAR, ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    auto      | -
                    dashboard | DASHBOARD
                    report    | REPORT
                    past      | PAST
                    """)
    void takesASource(String source, Source expected) throws IOException {
        assertThat(read("{\"meeting_id\":\"1\",\"source\":\"" + source + "\"}")
                        .request()
                        .query()
                        .sources())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"past,registrant_id", "pastOne,registrant_id", "auto,registrant_id", "live,"})
    void asksForRegistrantsByItselfWhereSomethingHasEnded(String type, String includeFields) throws IOException {
        assertThat(read("{\"meeting_id\":\"1\",\"type\":\"" + type + "\"}")
                        .request()
                        .query()
                        .includeFields())
                .isEqualTo(includeFields);
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
                    {"webinar_id":""}                                      | webinar_id is missing or empty.
                    {"webinarId":"../1"}                                   | webinarId is not a meeting's.
                    {"meeting_id":"1","source":"web"}                      | source is unknown. It accepts auto, dashboard, report or past.
                    {"meeting_id":"1","source":["past"]}                   | source is not a string.
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
                    {"event":"meeting.started","payload":{"object":{"id":"1"}}} | event is not one a report is made of. It accepts meeting.ended and webinar.ended.
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

    private static MeetingQuery query(String id, List<MeetingType> types, String includeFields, Meeting known) {
        return new MeetingQuery(
                new MeetingId(MeetingKind.MEETING, id), types, List.of(), includeFields, known, false, false);
    }

    private Meeting known(String meeting) {
        return ((ReportEvent) events.readMessage("{\"meeting_id\":\"1\",\"meeting\":" + meeting + "}"))
                .request()
                .query()
                .known();
    }

    private ReportEvent read(String event) throws IOException {
        return (ReportEvent) events.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("events", name));
    }
}

package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.LogRecords;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingKind;
import org.rollcall.settings.TestSettings;

class ReportIndexTest extends S3Test {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final String ID = "93201235621";
    private static final String UUID = "/ajXp112QmuoKj4854875==";
    private static final String ENTRY = "zoom/index/93201235621/L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json";
    private static final String INSTANCE = "zoom/instances/L2FqWHAxMTJRbXVvS2o0ODU0ODc1PT0.json";
    private static final Meeting MEETING =
            new Meeting(ID, UUID, "Statistics 201", START, START.plusSeconds(3600), null);
    private static final String JSON_ENTRY =
            """
            {"meeting": {"id": "93201235621", "uuid": "/ajXp112QmuoKj4854875==", "topic": "Statistics 201",
              "start_time": "2026-11-22T09:00:00Z", "end_time": "2026-11-22T10:00:00Z"},
             "kind": "meeting", "source": "dashboard", "type": "past", "total_records": 637, "people": 412,
             "zoom_calls": 5, "complete": true,
             "documents": [{"format": "json", "location": "s3://reports/zoom/json/1", "content_type": "text/json",
              "bytes": 123}],
             "stored_at": "2026-11-22T10:05:00Z"}
            """;

    private final ExecutorService executor = Executors.newFixedThreadPool(InParallel.WIDTH);
    private ReportIndex index;
    private LogRecords log;

    @BeforeEach
    void open() {
        index = index("s3://reports/zoom");
        log = LogRecords.capture();
    }

    private ReportIndex index(String destination) {
        return new ReportIndex(
                new ReportDestination(TestSettings.of("REPORT_DESTINATION", destination), client, null),
                new ReceiptJson(MAPPER),
                MAPPER,
                executor);
    }

    @AfterEach
    void close() {
        log.close();
        executor.shutdown();
    }

    @Test
    void isTheReceiptOfEachInstance() throws IOException {
        index.put(receipt(MEETING, false, "json"));

        assertThat(s3.takeRequests()).containsExactlyInAnyOrder("PUT " + ENTRY, "PUT " + INSTANCE);
        assertThat(MAPPER.readTree(s3.bytes(ENTRY))).isEqualTo(MAPPER.readTree(JSON_ENTRY));
        assertThat(s3.contentType(ENTRY)).isEqualTo("application/json");
        assertThat(index.read(ID, UUID)).contains(receipt(MEETING, false, "json"));
    }

    @Test
    void findsAnInstanceOfWhichNobodyKnowsTheNumber() {
        index.put(receipt(MEETING, false, "json"));

        assertThat(index.read(UUID)).contains(receipt(MEETING, false, "json"));
        assertThat(index.read("another")).isEmpty();
        s3.put(INSTANCE, "{\"meeting_id\":");
        assertThat(index.read(UUID)).isEmpty();
        assertThat(log.text()).contains("instances/");
    }

    @Test
    void keepsWhatOnlyAnEarlierReportHas() {
        Meeting known = new Meeting(ID, UUID, "Old topic", START, START.plusSeconds(3600), "Europe/Paris");
        index.put(receipt(known, true, "json", "csv"));

        index.put(receipt(MEETING, false, "xlsx", "json"));

        Receipt entry = index.read(ID, UUID).orElseThrow();
        assertThat(entry.documents()).extracting(StoredDocument::format).containsExactly("xlsx", "json", "csv");
        assertThat(entry.meeting().topic()).isEqualTo("Statistics 201");
        assertThat(entry.meeting().timezone()).isEqualTo("Europe/Paris");
        assertThat(entry.recounted()).isTrue();
    }

    @RepeatedTest(10)
    void ofSeveralStoredAtOnceNoDocumentIsLost() {
        List<String> formats = List.of("json", "csv", "html", "xlsx");
        // S3's stand-in looks at the condition first and writes then.
        ReportIndex files = index(directory.toUri().toString());

        InParallel.map(
                formats,
                format -> {
                    files.put(receipt(MEETING, false, format));
                    return format;
                },
                executor);

        assertThat(files.read(ID, UUID).orElseThrow().documents())
                .extracting(StoredDocument::format)
                .containsExactlyInAnyOrderElementsOf(formats);
    }

    @Test
    void whatAnotherWritesMeanwhileIsKept() {
        index.put(receipt(MEETING, false, "json"));
        String meanwhile = new String(new ReceiptJson(MAPPER).bytes(receipt(MEETING, true, "html")));
        s3.afterNextRead(() -> s3.put(ENTRY, meanwhile));

        index.put(receipt(MEETING, false, "xlsx"));

        Receipt entry = index.read(ID, UUID).orElseThrow();
        assertThat(entry.documents()).extracting(StoredDocument::format).containsExactly("xlsx", "html");
        assertThat(entry.recounted()).isTrue();
    }

    @Test
    void hasOnlyWhatIsWholeAndOfOneInstance() {
        Meeting noInstance = new Meeting(ID, null, "", START, null, null);

        index.put(new Receipt(MEETING, "", "", "live", 3, 3, 1, false, List.of(), START, false, false));
        index.put(new Receipt(MEETING, "", "", "past", 0, 0, 1, true, List.of(), START, false, false));
        index.put(new Receipt(noInstance, "", "", "past", 3, 3, 1, true, List.of(), START, false, false));

        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void keepsThatAReportWasMadeOfWhichNobodyIsLeft() {
        index.put(receipt(MEETING, false, "json", "csv"));
        index.put(emptied());

        assertThat(index.read(ID, UUID)).contains(emptied());
        assertThat(emptied().isEmptied()).isTrue();
        assertThat(s3.text(ENTRY)).contains("\"erased\":true").doesNotContain("/csv/");
    }

    @Test
    void keepsThatPeopleWereLeftOut() {
        index.put(emptied());
        index.put(receipt(MEETING, false, "json"));

        Receipt kept = index.read(ID, UUID).orElseThrow();
        assertThat(kept.erased()).isTrue();
        assertThat(kept.isEmptied()).isFalse();
        assertThat(kept.documents()).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "not JSON of Zoë",
                "{\"meeting\": {\"id\": \"93201235621\", \"uuid\": \"/ajXp112QmuoKj4854875==\"",
                "[]",
                "{}",
                "{\"meeting\": {\"id\": \"93201235621\"}, \"complete\": true}",
                "{\"meeting\": {\"id\": \"93201235621\", \"uuid\": \"another\"}, \"complete\": true}",
                "{\"meeting\": {\"id\": \"1\", \"uuid\": \"/ajXp112QmuoKj4854875==\"}, \"complete\": true}",
                "{\"meeting\": {\"id\": \"93201235621\", \"uuid\": \"/ajXp112QmuoKj4854875==\"}, \"documents\": [1]}",
            })
    void anEntryThatCannotBeUnderstoodIsNone(String text) {
        s3.put(ENTRY, text == null ? "{\"topic\": \"" + "x".repeat(1 << 20) + "\"}" : text);

        assertThat(index.read(ID, UUID)).isEmpty();
        assertThat(log.text()).contains("s3://reports/" + ENTRY).doesNotContain("Zoë");
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsReplaced() {
        s3.put(ENTRY, "not JSON");

        assertThat(index.putIfAbsent(receipt(MEETING, false, "json"))).isFalse();
        assertThat(index.read(ID, UUID)).isEmpty();
        index.put(receipt(MEETING, false, "json"));
        assertThat(index.read(ID, UUID)).contains(receipt(MEETING, false, "json"));
    }

    @Test
    void anEntryOfAnotherVersionIsUnderstood() {
        s3.put(
                ENTRY,
                """
                {"meeting": {"id": "93201235621", "uuid": "/ajXp112QmuoKj4854875==", "host": "Agnès",
                  "host_email": "a@example.edu"}, "kind": "webinar", "new": {},
                 "total_records": "many", "people": 1e99, "complete": true, "documents": []}""");

        assertThat(index.read(ID, UUID))
                .contains(new Receipt(
                        new Meeting(
                                MeetingKind.WEBINAR,
                                ID,
                                UUID,
                                null,
                                null,
                                null,
                                null,
                                "Agnès",
                                "a@example.edu",
                                null,
                                null),
                        "webinar",
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        List.of(),
                        null,
                        false,
                        false));
    }

    @Test
    void anEntryThatIsForbiddenIsAFailure() {
        index.put(receipt(MEETING, false, "json"));
        s3.refuse(ENTRY);

        assertThatThrownBy(() -> index.read(ID, UUID))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://reports/" + ENTRY)
                .hasMessageContaining("s3:GetObject");
        assertThatThrownBy(() -> index.newestFirst(ID)).isInstanceOf(StoreException.class);
    }

    @Test
    void twoThousandInstancesOfANumberAreListedNewestFirst() throws IOException {
        List<Integer> numbers = IntStream.range(0, 2_000).boxed().collect(Collectors.toList());
        Collections.shuffle(numbers, new Random(1));
        for (int number : numbers) {
            Meeting meeting = new Meeting(ID, "uuid" + number, null, START.plusSeconds(3600L * number), null, null);
            s3.put(
                    "zoom/" + ReportKey.indexEntry(ID, meeting.uuid()),
                    new String(new ReceiptJson(MAPPER).bytes(receipt(meeting, false, "json"))));
        }
        s3.put("zoom/index/93201235621/odd.json", "not JSON");
        s3.put("zoom/index/932012356210/other.json", "not JSON");

        List<Receipt> newest = index.newestFirst(ID);

        assertThat(newest).hasSize(2_000);
        assertThat(newest.get(0).meeting().uuid()).isEqualTo("uuid1999");
        assertThat(newest)
                .isSortedAccordingTo((one, other) ->
                        other.meeting().startTime().compareTo(one.meeting().startTime()));
        List<String> requests = s3.takeRequests();
        assertThat(requests).filteredOn(request -> request.startsWith("LIST")).hasSize(3);
        assertThat(requests).filteredOn(request -> request.startsWith("GET")).hasSize(2_001);
        assertThat(index.newestFirst("1")).isEmpty();
    }

    private static Receipt receipt(Meeting meeting, boolean recounted, String... formats) {
        return new Receipt(
                meeting,
                "meeting",
                "dashboard",
                "past",
                637,
                412,
                5,
                true,
                List.of(formats).stream()
                        .map(format -> new StoredDocument(
                                format, URI.create("s3://reports/zoom/" + format + "/1"), "text/" + format, 123))
                        .toList(),
                Instant.parse("2026-11-22T10:05:00Z"),
                recounted,
                false);
    }

    private static Receipt emptied() {
        return new Receipt(MEETING, "meeting", "dashboard", "past", 0, 0, 5, true, List.of(), START, false, true);
    }
}
